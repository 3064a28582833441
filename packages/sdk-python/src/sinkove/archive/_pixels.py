"""The images of an archive, which Pillow decodes on demand."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

from .._extras import required
from ..exceptions import ArchiveError
from ._source import Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL.Image import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PURPOSE = "read images"

Size = tuple[int, int]
"""Width and height, in pixels."""


def decode(png: bytes, size: Size, place: str) -> Image:
    """Decodes a PNG, which must have this size: a small file may declare a huge image."""
    pil: Any = required("PIL.Image", extra="images", purpose=_PURPOSE)
    declared = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    if not png.startswith(_SIGNATURE) or declared != size:
        raise _not_the_image(place, f"it is not a PNG of {size[0]} x {size[1]} pixels")
    try:
        image: Image = pil.open(io.BytesIO(png), formats=["PNG"])
        image.load()
    except (OSError, SyntaxError, ValueError, zlib.error, EOFError) as error:
        raise _not_the_image(place, str(error)) from error
    return image


def array_of(image: Image) -> npt.NDArray[Any]:
    """The pixels of an image, as rows of columns."""
    numpy: Any = required("numpy", extra="images", purpose=_PURPOSE)
    pixels: npt.NDArray[Any] = numpy.array(image)
    return pixels


def _not_the_image(place: str, reason: str) -> ArchiveError:
    return ArchiveError(f"{place} is damaged: {reason}. Download it again.", code="DAMAGED")


@dataclass(frozen=True)
class Mask:
    """The pixels of a region or a part of the body in an image, as white or True."""

    files: tuple[str, ...]
    """The PNGs in the archive. The mask is their union."""
    _source: Source
    _size: Size

    @property
    def image(self) -> Image:
        """The mask as a Pillow image with 1 bit per pixel. Needs the extra ``images``."""
        chops: Any = required("PIL.ImageChops", extra="images", purpose=_PURPOSE)
        decoded = [
            decode(self._source.read(file), self._size, file).convert("1") for file in self.files
        ]
        combined: Image = reduce(chops.logical_or, decoded)
        return combined

    @property
    def array(self) -> npt.NDArray[np.bool_]:
        """The mask as a NumPy array of ``bool``, height x width. Needs the extra ``images``."""
        return array_of(self.image)

    def __repr__(self) -> str:
        return f"<Mask {', '.join(self.files)}>"
