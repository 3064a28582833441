"""Downloads: their progress and result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Strategy = Literal["fail", "skip", "replace"]


@dataclass(frozen=True)
class DownloadProgress:
    """The progress of a download, in bytes."""

    received: int
    total: int


@dataclass(frozen=True)
class DownloadedFile:
    """A downloaded file."""

    path: str
    size: int
    """In bytes."""
    skipped: bool
    """True if the file existed already and the strategy ``skip`` kept it."""


__all__ = ["DownloadProgress", "DownloadedFile", "Strategy"]
