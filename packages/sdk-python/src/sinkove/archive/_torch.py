"""A dataset for PyTorch. Imported only if torch is installed."""

# torch is not installed for type checking, so its names have unknown types.
# pyright: standard

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import torch  # pyright: ignore[reportMissingImports]  # not among the tools
from torch.utils.data import Dataset  # pyright: ignore[reportMissingImports]

if TYPE_CHECKING:
    from ._archive import Archive
    from ._sample import Sample


class TorchDataset(Dataset[Any]):
    """The samples of an archive as tensors. Created by :meth:`Archive.torch_dataset`."""

    def __init__(
        self,
        archive: Archive,
        transform: Callable[[dict[str, Any]], Any] | None,
        labels: tuple[str, ...],
        masks: tuple[str, ...],
    ) -> None:
        self.archive = archive
        self.transform = transform
        self.labels = labels
        """The label of each position of an item's ``labels``."""
        self.masks = masks
        """The name of each channel of an item's ``masks``."""

    def __len__(self) -> int:
        return len(self.archive)

    def __getitem__(self, index: int) -> Any:
        sample = self.archive[index]
        item: dict[str, Any] = {
            "image": torch.from_numpy(sample.array).unsqueeze(0).float().div(255),
            "labels": torch.tensor([float(label in sample.labels) for label in self.labels]),
        }
        if self.masks:
            item["masks"] = torch.from_numpy(self._masks_of(sample))
        return self.transform(item) if self.transform else item

    def _masks_of(self, sample: Sample) -> Any:
        width, height = sample.size
        found = sample.masks
        channels = [
            found[name].array if name in found else np.zeros((height, width), dtype=bool)
            for name in self.masks
        ]
        return np.stack(channels).astype(np.uint8)
