"""Trains on an archive as a program would, with the installed torch.

Arguments: the path of an archive, and for the real torch the start methods of loader workers.
"""

from __future__ import annotations

import sys
from typing import Any

import torch
from torch.utils.data import DataLoader, Dataset

import sinkove

NAMES = ("heart", "pneumonia", "nodule")


def flip(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "image": 1 - item["image"]}


def main(path: str, *methods: str) -> None:
    archive = sinkove.open(path)
    data = archive.torch_dataset(masks=NAMES)
    assert isinstance(data, Dataset)
    assert len(data) == len(archive)
    assert data.labels == archive.labels
    for item, sample in zip((data[index] for index in range(len(data))), archive, strict=True):
        image, masks = item["image"].numpy(), item["masks"].numpy()
        assert (image.shape, str(image.dtype)) == ((1, *sample.array.shape), "float32")
        assert abs(image[0] * 255 - sample.array).max() < 0.001
        assert item["labels"].numpy().tolist() == [1.0] * len(archive.labels)
        assert (masks.shape, str(masks.dtype)) == ((3, *sample.array.shape), "uint8")
        assert (masks[1] == sample.masks["pneumonia"].array).all()
        assert masks[2].sum() == 0
    named = archive[:2].torch_dataset(flip, labels=["nodule", "pneumonia"])
    assert named[1]["labels"].numpy().tolist() == [0.0, 1.0]
    assert abs(named[1]["image"].numpy() + data[1]["image"].numpy() - 1).max() < 0.001
    assert "masks" not in named[1]
    expected = [batch["image"].sum() for batch in DataLoader(data, batch_size=2)]
    assert len(expected) == -(-len(archive) // 2)
    for method in methods:
        workers: Any = {"num_workers": 2, "multiprocessing_context": method}
        loader = DataLoader(data, batch_size=2, persistent_workers=True, **workers)
        for _ in range(5):
            assert [batch["image"].sum() for batch in loader] == expected, method
    print("trained with", getattr(torch, "__version__", "a stand-in"))


if __name__ == "__main__":
    main(*sys.argv[1:])
