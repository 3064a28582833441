"""The little of PyTorch that the SDK calls, on NumPy: the real one has 3 GB on Linux.

``npm run soak -- torch`` runs the same test with the real one.
"""

from __future__ import annotations

from typing import Any

import numpy as np


class Tensor(np.ndarray):  # type: ignore[type-arg]
    """An array with the names that tensors have."""

    def unsqueeze(self, axis: int) -> Any:
        return np.expand_dims(self, axis)

    def float(self) -> Any:
        return self.astype(np.float32)

    def div(self, divisor: int) -> Any:
        return (self / np.float32(divisor)).view(Tensor)

    def numpy(self) -> Any:
        return self.view(np.ndarray)


def from_numpy(array: Any) -> Any:
    if not array.flags.writeable:
        raise ValueError("The real one warns of this.")
    return array.view(Tensor)


def tensor(values: list[float]) -> Any:
    return np.array(values, dtype=np.float32).view(Tensor)


def stack(tensors: list[Any]) -> Any:
    return np.stack(tensors).view(Tensor)
