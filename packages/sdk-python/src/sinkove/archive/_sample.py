"""One generated image of an archive, with its metadata."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..exceptions import ArchiveError
from ._findings import Box, Finding, Reader, Region
from ._json import Node
from ._pixels import Mask, Size, array_of, decode
from ._source import Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL.Image import Image


@dataclass(frozen=True, eq=False)
class Sample:
    """A generated image. Each access to its pixels reads them from the archive."""

    number: int
    """The position in the dataset, from 1."""
    file: str
    """The PNG in the archive, such as ``images/00001.png``."""
    prompt: str
    seed: int | None
    sha256: str | None
    """The SHA-256 of the PNG."""
    findings: tuple[Finding, ...]
    """Empty if the image has no findings."""
    anatomy: Mapping[str, Region]
    """The parts of the body: ``heart``, ``right_lung``, ``left_lung``."""
    cardiothoracic_ratio: float | None
    parameters: Mapping[str, Any]
    """Parameters of the patient and the film, such as ``view`` and ``sex``."""
    metadata: Mapping[str, Any]
    """The whole entry of the sample in ``metadata.json``."""
    size: Size
    """Width and height, in pixels."""
    _source: Source

    @property
    def png(self) -> bytes:
        """The PNG. Raises an ArchiveError if its SHA-256 is not the one in the metadata."""
        content = self._source.read(self.file)
        if self.sha256 and hashlib.sha256(content).hexdigest() != self.sha256:
            raise ArchiveError(
                f"{self.file} is damaged: its SHA-256 is not the one in metadata.json."
                " Download the dataset again.",
                code="DAMAGED",
            )
        return content

    @property
    def image(self) -> Image:
        """The image as a Pillow image with 8 bits per pixel. Needs the extra ``images``."""
        return decode(self.png, self.size, self.file)

    @property
    def array(self) -> npt.NDArray[np.uint8]:
        """The image as a NumPy array of ``uint8``, height x width. Needs the extra ``images``."""
        return array_of(self.image)

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of findings in the image, sorted and without duplicates."""
        return tuple(sorted({finding.kind for finding in self.findings}))

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions of all findings."""
        return tuple(region for finding in self.findings for region in finding.regions)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes of the findings: one for each visible region."""
        return tuple(region.box for region in self.regions if region.box)

    @property
    def masks(self) -> dict[str, Mask]:
        """A mask for each part of the body and each kind of finding, by name."""
        files: dict[str, tuple[str, ...]] = {}
        for name, region in (
            *self.anatomy.items(),
            *((region.label, region) for region in self.regions),
        ):
            files[name] = (*files.get(name, ()), *region.mask.files)
        return {name: Mask(found, self._source, self.size) for name, found in files.items()}

    def __repr__(self) -> str:
        return f"<Sample {self.number} {', '.join(self.labels) or 'no findings'}>"

    def _repr_png_(self) -> bytes:
        """The image, for notebooks."""
        return self.png


def read_sample(node: Node, reader: Reader, number: int) -> Sample:
    """Reads a sample from ``metadata.json``."""
    anatomy = node.child("anatomy")
    return Sample(
        number=node.get("sample", int, number),
        file=reader.file(node, "file"),
        prompt=node.get("prompt", str, ""),
        seed=node.optional("seed", int),
        sha256=node.optional("sha256", str),
        findings=tuple(map(reader.finding, node.children("findings"))),
        anatomy={
            _snake(name): reader.region(anatomy.child(name), _snake(name)) for name in anatomy.value
        },
        cardiothoracic_ratio=node.number("cardiothoracicRatio"),
        parameters=node.child("parameters").value,
        metadata=node.value,
        size=reader.size,
        _source=reader.source,
    )


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
