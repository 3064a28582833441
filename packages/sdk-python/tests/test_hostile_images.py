"""Images that are damaged or exchanged are refused."""

from __future__ import annotations

import json
import struct
import zlib

import pytest

import sinkove

from .archives import files_of, real_archive, zip_of


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 1) * height))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "image",
    [b"", b"GIF89a", png(5000, 5000), png(32, 32), png(64, 64)[:-30], png(64, 64)[:40]],
    ids=["empty", "gif", "huge", "small", "cut", "cut early"],
)
def test_refuses_images_that_are_not_what_they_should_be(image: bytes) -> None:
    files = files_of(real_archive())
    told = json.loads(files["metadata.json"])
    del told["images"][0]["sha256"]
    files["metadata.json"] = json.dumps(told).encode()
    sample = sinkove.open(zip_of({**files, told["images"][0]["file"]: image}))[0]
    with pytest.raises(sinkove.ArchiveError, match=r"images/00001\.png is damaged") as caught:
        _ = sample.array
    assert caught.value.code == "DAMAGED"


def test_refuses_an_image_that_is_another_one() -> None:
    files = files_of(real_archive())
    files["images/00001.png"] = files["images/00002.png"]
    archive = sinkove.open(zip_of(files))
    with pytest.raises(sinkove.ArchiveError, match="SHA-256 is not the one in metadata"):
        _ = archive[0].png
    assert archive[1].array.any()
