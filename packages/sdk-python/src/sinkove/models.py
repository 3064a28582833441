"""The records in the API's responses, for annotations."""

from .generated import models as _models
from .generated.models import *  # noqa: F403

__all__: list[str] = []
__all__ += _models.__all__
