"""Reads an archive in other processes, and fails if one of them reads something else.

Arguments: the path of the archive, the start method, and ``path`` or ``memory``.
"""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path
from typing import Any

import sinkove
from sinkove.archive import Archive, Sample

ROUNDS = 20


def checksum(sample: Sample) -> int:
    return int(sample.array.sum())


def read(archive: Archive, expected: list[int]) -> None:
    for _ in range(ROUNDS):
        assert [checksum(sample) for sample in archive] == expected


def main(path: str, method: str, origin: str) -> None:
    archive = sinkove.open(path if origin == "path" else Path(path).read_bytes())
    expected = [checksum(sample) for sample in archive]
    context: Any = multiprocessing.get_context(method)
    with context.Pool(2) as pool:
        assert pool.map(checksum, list(archive), chunksize=1) == expected
    # With fork, nothing is pickled here: the child inherits the open archive.
    children = [context.Process(target=read, args=(archive, expected)) for _ in range(2)]
    for child in children:
        child.start()
    read(archive, expected)
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    print("same")


if __name__ == "__main__":
    main(*sys.argv[1:])
