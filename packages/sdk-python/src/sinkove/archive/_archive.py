"""The archive of a dataset: its samples, in the ZIP as it was downloaded."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from ..downloads import Strategy
from ._findings import Reader
from ._html import summary_html
from ._json import Node, parse, wrong
from ._pixels import Size
from ._sample import Sample, read_sample
from ._source import Openable, Source

if TYPE_CHECKING:
    import pandas as pd  # pyright: ignore[reportMissingTypeStubs]
    from PIL.Image import Image

    from ._torch import TorchDataset

_LARGEST_SIDE = 8192
_SHOWN = 4


class Archive(Sequence[Sample]):
    """The samples of a dataset, opened by ``dataset.open()`` or ``sinkove.open(path)``.

    It behaves like a list: iterate, index, take its length. A slice is an archive too, so you can
    export or train on ``archive[:40]`` alone.

    Threads can share an archive. You can pickle it and use it after a fork, because each process
    opens the file for itself. After ``close()``, the metadata stays available, but not the pixels.
    """

    def __init__(self, source: Source, head: Node, samples: Sequence[Sample], size: Size) -> None:
        self._source = source
        self._head = head
        self._samples = samples
        self.image_size = size
        """Width and height of each image, in pixels."""

    @property
    def path(self) -> Path | None:
        """The path of the ZIP; None for an archive in memory."""
        return self._source.path

    @property
    def metadata(self) -> Mapping[str, Any]:
        """The content of ``metadata.json`` without ``images``."""
        return {name: value for name, value in self._head.value.items() if name != "images"}

    @property
    def prompt(self) -> str:
        """The prompt of the dataset."""
        return self._head.child("prompt").get("text", str, "")

    @property
    def model_card(self) -> str:
        """The content of ``MODEL_CARD.md``, in Markdown: the intended use of the images."""
        return self._source.read("MODEL_CARD.md").decode("utf-8", "replace")

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of findings in these samples, sorted."""
        return tuple(sorted({label for sample in self._samples for label in sample.labels}))

    @property
    def closed(self) -> bool:
        """Whether the archive is closed."""
        return self._source.is_closed

    def close(self) -> None:
        """Closes the ZIP, for this archive and its slices."""
        self._source.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._samples)

    @overload
    def __getitem__(self, index: int) -> Sample: ...
    @overload
    def __getitem__(self, index: slice) -> Archive: ...
    def __getitem__(self, index: int | slice) -> Sample | Archive:
        if isinstance(index, slice):
            return Archive(self._source, self._head, self._samples[index], self.image_size)
        return self._samples[index]

    def extract(self, folder: str | os.PathLike[str], *, strategy: Strategy = "fail") -> list[Path]:
        """Writes the files of these samples, ``metadata.json`` and the model card into a folder.

        A file gets its final name when it is complete.

        Args:
            folder: Created if it is missing.
            strategy: What to do if a file exists: ``fail``, ``skip`` or ``replace`` it.

        Returns:
            The paths of all files, written and skipped.

        Raises:
            DownloadError: A file exists already, and nothing was written.
            ArchiveError: A file in the ZIP is damaged.
        """
        from ._extract import extract

        return extract(self._source, self._samples, folder, strategy)

    def to_pandas(self, rows: Literal["samples", "regions"] = "samples") -> pd.DataFrame:
        """Creates a pandas table. Needs the extra ``pandas``.

        Args:
            rows: ``samples`` creates a row for each image: file, prompt, seed, cardiothoracic
                ratio, a boolean for each kind of finding, and parameters. ``regions`` creates a row
                for each region of a finding: label, side, severity, box and mask.
        """
        from ._tables import to_pandas

        return to_pandas(self._samples, self.labels, rows)

    def to_coco(self, *, labels: Iterable[str] | None = None, masks: bool = True) -> dict[str, Any]:
        """Exports images, boxes and masks in the COCO format, for ``json.dump``.

        File names are the same as in :meth:`extract`. Masks are uncompressed RLE and need the extra
        ``images``; boxes do not.

        Args:
            labels: The categories, numbered from 1. Default: :attr:`labels`. Findings with other
                labels are left out.
            masks: Pass False to leave out ``segmentation``.
        """
        from ._coco import to_coco

        return to_coco(self._samples, self._labels_or(labels), masks=masks)

    def torch_dataset(
        self,
        transform: Callable[[dict[str, Any]], Any] | None = None,
        *,
        labels: Iterable[str] | None = None,
        masks: Iterable[str] = (),
    ) -> TorchDataset:
        """Creates a map-style dataset for ``DataLoader``. Needs the extra ``torch``.

        An item is a dictionary of tensors. ``image`` is ``float32`` from 0 to 1, 1 x height x
        width. ``labels`` is ``float32``, with 1 for each label that the image has and 0 for others.
        With ``masks``, there is also ``masks``: ``uint8`` with a channel for each name, which is
        empty if the image has no such finding.

        DataLoader workers can be forked or spawned.

        Args:
            transform: Called with each item; returns what the loader gets. MONAI's dictionary
                transforms fit.
            labels: The order of the labels. Default: :attr:`labels`. Pass it if you combine
                archives.
            masks: Names of masks, such as ``heart`` or ``pneumonia``.

        Example:
            >>> loader = DataLoader(archive.torch_dataset(), batch_size=8, num_workers=2)
        """
        from .._extras import required

        required("torch", extra="torch", purpose="make a torch dataset")
        from ._torch import TorchDataset

        return TorchDataset(self, transform, self._labels_or(labels), tuple(masks))

    def contact_sheet(self, *, columns: int = 4, tile: int = 192, boxes: bool = True) -> Image:
        """Draws all images in a grid, as a Pillow image. Needs the extra ``images``.

        Args:
            columns: Images per row.
            tile: The width of an image, in pixels.
            boxes: Draw the boxes of the findings, with their labels.
        """
        from ._contact_sheet import contact_sheet

        return contact_sheet(self._samples, columns=columns, tile=tile, boxes=boxes)

    def _labels_or(self, labels: Iterable[str] | None) -> tuple[str, ...]:
        return self.labels if labels is None else tuple(labels)

    def __repr__(self) -> str:
        return f"<Archive {self._summary()}{' closed' if self.closed else ''}>"

    def _summary(self) -> str:
        width, height = self.image_size
        found = ", ".join(self.labels) or "no findings"
        return f"{len(self)} samples of {width}x{height} pixels: {found}"

    def _repr_html_(self) -> str:
        """A summary and the first images, for notebooks."""
        shown: Sequence[Sample] = [] if self.closed else self._samples[:_SHOWN]
        return summary_html(self._summary(), shown)


def open_archive(target: Openable) -> Archive:
    """Opens a dataset's ZIP from a path, bytes, or a file open for reading in binary mode.

    A file at a path is read when it is needed; everything else is read into memory.

    Raises:
        ArchiveError: The file does not exist, or is damaged, unsafe, or not a Sinkove dataset.

    Example:
        >>> archive = sinkove.open("cardiomegaly.zip")
        >>> archive[0].boxes
    """
    source = Source(target)
    try:
        return _read(source)
    except BaseException:
        source.close()
        raise


def _read(source: Source) -> Archive:
    if "metadata.json" not in source.names:
        raise wrong(source.label, "is not a Sinkove dataset: it has no metadata.json")
    head = parse(source.read("metadata.json"), "metadata.json")
    size = _size_of(head.child("imageSize"))
    reader = Reader(source, size)
    samples = [
        read_sample(node, reader, index + 1) for index, node in enumerate(head.children("images"))
    ]
    return Archive(source, head, samples, size)


def _size_of(node: Node) -> Size:
    size = node.required("width", int), node.required("height", int)
    if not all(1 <= side <= _LARGEST_SIDE for side in size):
        raise wrong(node.place, f"is not from 1 to {_LARGEST_SIDE} pixels a side")
    return size
