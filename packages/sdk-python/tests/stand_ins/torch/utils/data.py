"""``Dataset``, and a ``DataLoader`` without workers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import torch

T = TypeVar("T")


class Dataset(Generic[T]):
    pass


class DataLoader:
    def __init__(self, dataset: Any, *, batch_size: int = 1, shuffle: bool = False) -> None:
        self.dataset = dataset
        self.batch_size = batch_size
        self.shuffle = shuffle

    def __iter__(self) -> Iterator[dict[str, Any]]:
        order = list(range(len(self.dataset)))
        if self.shuffle:
            random.Random(7).shuffle(order)
        for at in range(0, len(order), self.batch_size):
            items = [self.dataset[index] for index in order[at : at + self.batch_size]]
            yield {name: torch.stack([item[name] for item in items]) for name in items[0]}
