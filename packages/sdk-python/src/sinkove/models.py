"""The records of the API, for annotations: what responses consist of."""

from .generated import models as _models
from .generated.models import *  # noqa: F403

__all__: list[str] = []
__all__ += _models.__all__
