"""The classes of the resources, such as ``client.datasets``, for annotations."""

from .generated import async_resources, resources
from .generated.async_resources import *  # noqa: F403
from .generated.resources import *  # noqa: F403

__all__: list[str] = []
__all__ += async_resources.__all__
__all__ += resources.__all__
