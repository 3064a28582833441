"""A dataset's file, opened: its samples are read from the ZIP when they are used.

Example:
    >>> import sinkove as sk
    >>> with sk.open("cardiomegaly.zip") as archive:
    ...     for sample in archive:
    ...         print(sample.prompt, sample.boxes)
"""

from __future__ import annotations

from ._archive import Archive
from ._archive import open_archive as open
from ._findings import Box, Finding, Region
from ._pixels import Mask
from ._sample import Sample

__all__ = ["Archive", "Box", "Finding", "Mask", "Region", "Sample", "open"]
