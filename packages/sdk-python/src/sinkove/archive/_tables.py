"""Tables of samples and regions, for pandas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .._extras import required
from ..exceptions import ArgumentError
from ._sample import Sample

if TYPE_CHECKING:
    import pandas as pd  # pyright: ignore[reportMissingTypeStubs]

_SAMPLE_COLUMNS = ("sample", "file", "prompt", "seed", "cardiothoracic_ratio")
_REGION_COLUMNS = (
    *("sample", "file", "label", "side", "zones", "severity", "extent"),
    *("x", "y", "width", "height", "pixels", "mask"),
)


def to_pandas(samples: Iterable[Sample], labels: Iterable[str], rows: str) -> pd.DataFrame:
    """A table with a row for each sample or region. It has its columns even without rows."""
    pandas: Any = required("pandas", extra="pandas", purpose="make a table")
    if rows == "samples":
        found = [_sample_row(sample, labels) for sample in samples]
        columns = [*_SAMPLE_COLUMNS, *labels]
    elif rows == "regions":
        found = [row for sample in samples for row in _region_rows(sample)]
        columns = list(_REGION_COLUMNS)
    else:
        raise ArgumentError('rows must be "samples" or "regions".')
    names = dict.fromkeys([*columns, *(name for row in found for name in row)])
    frame: pd.DataFrame = pandas.DataFrame(found, columns=list(names))
    return frame


def _sample_row(sample: Sample, labels: Iterable[str]) -> dict[str, Any]:
    return {
        "sample": sample.number,
        "file": sample.file,
        "prompt": sample.prompt,
        "seed": sample.seed,
        "cardiothoracic_ratio": sample.cardiothoracic_ratio,
        **{label: label in sample.labels for label in labels},
        **{f"parameters.{name}": value for name, value in sample.parameters.items()},
    }


def _region_rows(sample: Sample) -> Iterator[dict[str, Any]]:
    for finding in sample.findings:
        for region in finding.regions:
            box = region.box.xywh if region.box else (None,) * 4
            yield {
                "sample": sample.number,
                "file": sample.file,
                "label": finding.kind,
                "side": region.side,
                "zones": ", ".join(finding.zones),
                "severity": finding.severity,
                "extent": finding.extent,
                **dict(zip(("x", "y", "width", "height"), box, strict=True)),
                "pixels": region.pixels,
                "mask": region.mask.files[0],
            }
