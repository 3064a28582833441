"""The classes of the resources, such as ``client.datasets``, for annotations."""

from .generated.async_resources import *  # noqa: F403
from .generated.async_resources import __all__ as _awaiting
from .generated.resources import *  # noqa: F403
from .generated.resources import __all__ as _blocking

__all__ = [*_awaiting, *_blocking]
