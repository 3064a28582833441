"""Contact sheets: many images in one picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .._extras import required
from ..exceptions import ArgumentError
from ._sample import Sample

if TYPE_CHECKING:
    from PIL.Image import Image

_GAP = 4
_SMALLEST_LETTERS = 8
_COLOURS = ("#ffb000", "#648fff", "#dc267f", "#fe6100", "#785ef0")
"""A palette that people with colour blindness can distinguish."""


def contact_sheet(samples: Sequence[Sample], *, columns: int, tile: int, boxes: bool) -> Image:
    """Draws the samples in a grid, from left to right and from top to bottom."""
    if columns < 1 or tile < 1:
        raise ArgumentError("columns and tile must be at least 1.")
    pil: Any = required("PIL.Image", extra="images", purpose="draw a contact sheet")
    labels = sorted({label for sample in samples for label in sample.labels})
    colours = {label: _COLOURS[index % len(_COLOURS)] for index, label in enumerate(labels)}
    columns = max(1, min(columns, len(samples)))
    rows = max(1, -(-len(samples) // columns))
    step = tile + _GAP
    sheet: Image = pil.new("RGB", (columns * step - _GAP, rows * step - _GAP), "white")
    for index, sample in enumerate(samples):
        film = _tile(sample, tile, colours if boxes else {})
        sheet.paste(film, (index % columns * step, index // columns * step))
    return sheet


def _tile(sample: Sample, tile: int, colours: dict[str, str]) -> Image:
    draw_on: Any = required("PIL.ImageDraw", extra="images", purpose="draw a contact sheet").Draw
    width, height = sample.size
    scale = tile / max(width, height)
    fitted = sample.image.convert("RGB").resize((round(width * scale), round(height * scale)))
    film: Image = required("PIL.Image", extra="images", purpose="").new("RGB", (tile, tile))
    film.paste(fitted)
    draw = draw_on(film)
    for box in sample.boxes if colours else ():
        left, top, right, bottom = (round(edge * scale) for edge in box.xyxy)
        colour = colours[box.label]
        draw.rectangle((left, top, max(left, right - 1), max(top, bottom - 1)), outline=colour)
        draw.text(
            (left + 3, top + 1),
            box.label,
            fill=colour,
            stroke_width=1,
            stroke_fill="black",
            font_size=max(_SMALLEST_LETTERS, tile // 16),
        )
    return film
