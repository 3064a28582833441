"""The part of PyTorch that the SDK uses, on NumPy: the real one takes 3 GB on Linux.

``npm run soak -- torch`` runs the same test with the real one.
"""

from __future__ import annotations

from typing import Any

import numpy as np


class Tensor(np.ndarray):  # type: ignore[type-arg]
    """An array with the method names of tensors."""

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
        raise ValueError("The real PyTorch warns about this.")
    return array.view(Tensor)


def tensor(values: list[float]) -> Any:
    return np.array(values, dtype=np.float32).view(Tensor)


def stack(tensors: list[Any]) -> Any:
    return np.stack(tensors).view(Tensor)
