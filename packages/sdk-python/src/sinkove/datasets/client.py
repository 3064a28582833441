"""As in the official client."""

from .._objects import Dataset
from ..resources import Datasets as DatasetClient

__all__ = ["Dataset", "DatasetClient"]
