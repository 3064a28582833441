"""The official client's ``sinkove.datasets.metadata``."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..generated.models import DatasetMetadata as Metadata
from ..generated.models import DatasetState

State: TypeAlias = DatasetState | Literal["UNKNOWN"]

__all__ = ["Metadata", "State"]
