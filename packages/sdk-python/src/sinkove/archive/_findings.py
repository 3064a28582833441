"""The findings in an image, as ``metadata.json`` describes them."""

from __future__ import annotations

from dataclasses import dataclass

from ._json import Node, wrong
from ._pixels import Mask, Size
from ._source import Source


@dataclass(frozen=True)
class Box:
    """The bounding box of a region, in pixels from the upper left corner of the image."""

    label: str
    """The kind of finding, such as ``pneumonia``, or the part of the body, such as ``heart``."""
    side: str | None
    """The patient's side, ``left`` or ``right``. The left side is on the right of the image."""
    x: int
    y: int
    width: int
    height: int

    @property
    def xywh(self) -> tuple[int, int, int, int]:
        """Left, top, width and height, as in COCO."""
        return self.x, self.y, self.width, self.height

    @property
    def xyxy(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom, as in torchvision; right and bottom are exclusive."""
        return self.x, self.y, self.x + self.width, self.y + self.height


@dataclass(frozen=True)
class Region:
    """A connected area of a finding, or a part of the body."""

    label: str
    side: str | None
    box: Box | None
    """None if no part of it is visible."""
    pixels: int
    """The number of pixels in the mask."""
    mask: Mask


@dataclass(frozen=True)
class Finding:
    """A finding in an image."""

    kind: str
    """The kind of finding, such as ``cardiomegaly`` or ``pneumonia``."""
    side: str | None
    """``left``, ``right``, ``bilateral``, or None for findings without a side."""
    zones: tuple[str, ...]
    severity: str | None
    extent: float | None
    """From 0 to 1."""
    regions: tuple[Region, ...]
    """One for each side."""


@dataclass(frozen=True)
class Reader:
    """Reads the findings and regions of one archive."""

    source: Source
    size: Size

    def finding(self, node: Node) -> Finding:
        """Reads a finding with its regions."""
        kind = node.required("kind", str)
        return Finding(
            kind=kind,
            side=node.optional("side", str),
            zones=node.strings("zones"),
            severity=node.optional("severity", str),
            extent=node.number("extent"),
            regions=tuple(self.region(each, kind) for each in node.children("regions")),
        )

    def region(self, node: Node, label: str) -> Region:
        """Reads a region, whose mask must be in the archive."""
        file = self.file(node, "mask")
        side = node.optional("side", str)
        box = node.child("box") if node.value.get("box") is not None else None
        return Region(
            label=label,
            side=side,
            box=self._box(box, label, side) if box else None,
            pixels=node.get("pixels", int, 0),
            mask=Mask((file,), self.source, self.size),
        )

    def file(self, node: Node, name: str) -> str:
        """Reads the name of a file, which must be in the archive."""
        file = node.required(name, str)
        if file not in self.source.names:
            raise wrong(f"{node.place}/{name}", "names a file that the archive does not have")
        return file

    def _box(self, node: Node, label: str, side: str | None) -> Box:
        x, y, width, height = (node.required(name, int) for name in ("x", "y", "width", "height"))
        columns, rows = self.size
        is_inside = 0 <= x < x + width <= columns and 0 <= y < y + height <= rows
        if not is_inside:
            raise wrong(node.place, "is not inside the image")
        return Box(label, side, x, y, width, height)
