"""How notebooks show an archive."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

from ._sample import Sample

_WIDTH = 128


def summary_html(summary: str, samples: Iterable[Sample]) -> str:
    """A line of text and some images. All text is escaped."""
    return f"<p>{escape(summary)}</p><div>{''.join(map(_image, samples))}</div>"


def _image(sample: Sample) -> str:
    data = base64.b64encode(sample.png).decode("ascii")
    return (
        f'<img src="data:image/png;base64,{data}" alt="{escape(sample.prompt)}"'
        f' width="{_WIDTH}" style="display: inline-block; margin: 0 4px 0 0">'
    )
