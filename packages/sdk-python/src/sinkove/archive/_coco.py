"""The COCO format for detection and segmentation: https://cocodataset.org/#format-data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any

from .._extras import required
from ._findings import Region
from ._sample import Sample

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def to_coco(samples: Iterable[Sample], labels: tuple[str, ...], *, masks: bool) -> dict[str, Any]:
    """The images, annotations and categories of the samples."""
    found = list(samples)
    categories = {label: index + 1 for index, label in enumerate(labels)}
    numbers = count(1)
    return {
        "info": {"description": "Synthetic images, not for clinical use."},
        "images": [_image(sample) for sample in found],
        "annotations": [
            {"id": next(numbers), **_annotation(sample, region, categories, masks=masks)}
            for sample in found
            for region in _regions(sample, categories)
        ],
        "categories": [
            {"id": number, "name": label, "supercategory": "finding"}
            for label, number in categories.items()
        ],
    }


def _regions(sample: Sample, categories: dict[str, int]) -> Iterator[Region]:
    return (each for each in sample.regions if each.box and each.label in categories)


def _image(sample: Sample) -> dict[str, Any]:
    width, height = sample.size
    return {"id": sample.number, "file_name": sample.file, "width": width, "height": height}


def _annotation(
    sample: Sample, region: Region, categories: dict[str, int], *, masks: bool
) -> dict[str, Any]:
    annotation = {
        "image_id": sample.number,
        "category_id": categories[region.label],
        "bbox": list(region.box.xywh) if region.box else [],
        "area": region.pixels,
        "iscrowd": 0,
    }
    return {**annotation, "segmentation": run_lengths(region.mask.array)} if masks else annotation


def run_lengths(mask: npt.NDArray[np.bool_]) -> dict[str, Any]:
    """Run lengths, column by column, of pixels outside and inside the mask in turn (COCO's RLE)."""
    numpy: Any = required("numpy", extra="images", purpose="export masks")
    pixels = mask.ravel(order="F")
    changes = numpy.flatnonzero(pixels[1:] != pixels[:-1]) + 1
    edges = [0, *changes.tolist(), pixels.size]
    counts = [end - start for start, end in pairwise(edges)]
    return {"size": list(mask.shape), "counts": [0, *counts] if pixels[0] else counts}
