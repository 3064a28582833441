"""The dictionaries and values that methods accept, for annotations."""

from ._dataset_config import DatasetConfig
from ._options import Id, RequestOptions, Time
from .downloads import Strategy
from .generated import dictionaries
from .generated.dictionaries import *  # noqa: F403

__all__ = ["DatasetConfig", "Id", "RequestOptions", "Strategy", "Time"]
__all__ += dictionaries.__all__
