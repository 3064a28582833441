"""Damaged and malicious archives are refused with a clear error."""

from __future__ import annotations

import io
import json
import random
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove
from sinkove.archive import _source

from .archives import files_of, metadata, real_archive, with_metadata, zip_of

NAMES = [
    *("../evil", "a/../../evil", "/etc/evil", "//server/evil", "C:/evil", "C:evil"),
    *("..\\evil", "a\\..\\evil", "a//b", "./evil", "a/./b", "nul", "a/COM1.png", "a/b.", "a/b "),
    *("a\x00b", "a\nb", "images/00001.png/evil", "..", "a/..", "a:stream"),
]


def refusal(content: bytes) -> sinkove.ArchiveError:
    with pytest.raises(sinkove.ArchiveError) as caught:
        sinkove.open(content)
    assert len(str(caught.value)) < 500
    return caught.value


def with_entries(*entries: tuple[zipfile.ZipInfo | str, bytes]) -> bytes:
    """The real archive with additional files."""
    stream = io.BytesIO(real_archive())
    with zipfile.ZipFile(stream, "a") as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


def named(name: str) -> bytes:
    """The real archive with a file of exactly this name."""
    info = zipfile.ZipInfo("placeholder")
    info.filename = name
    return with_entries((info, b"evil"))


@pytest.mark.parametrize("name", NAMES)
def test_refuses_names_that_lead_elsewhere(name: str) -> None:
    error = refusal(named(name))
    assert error.code == "UNSAFE_ARCHIVE"


@pytest.mark.parametrize("name", ["images/00001.png", "IMAGES/00001.PNG"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_refuses_names_that_are_there_twice(name: str) -> None:
    error = refusal(named(name))
    assert error.code == "UNSAFE_ARCHIVE"
    assert str(error).endswith("is in it twice.")


def test_takes_files_that_it_does_not_know_and_folders() -> None:
    archive = with_entries(("notes.txt", b""), ("folder/", b""), ("images/", b""))
    assert len(sinkove.open(archive)) == 5


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("images/00001.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    files = files_of(real_archive())
    told = json.loads(files.pop("metadata.json"))
    del told["images"][0]["sha256"]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("metadata.json", json.dumps(told))
        for name, content in files.items():
            archive.writestr(link if name == link.filename else name, content)
    sinkove.open(stream.getvalue())[:1].extract(tmp_path / "out")
    assert not (tmp_path / "out" / link.filename).is_symlink()


def with_declared_size(content: bytes, name: str, size: int) -> bytes:
    """The archive with another declared size for a file."""
    changed = bytearray(content)
    at = changed.rindex(name.encode()) - 46
    assert changed[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<I", changed, at + 24, size)
    return bytes(changed)


def test_refuses_bombs() -> None:
    huge = with_declared_size(real_archive(), "metadata.json", _source.LARGEST_FILE + 1)
    assert refusal(huge).code == "UNSAFE_ARCHIVE"
    # 80 MB of zeros in 80 kB.
    files = {f"{number}.bin": bytes(20 << 20) for number in range(4)}
    bomb = zip_of({**files_of(real_archive()), **files}, zipfile.ZIP_DEFLATED)
    error = refusal(bomb)
    assert error.code == "UNSAFE_ARCHIVE"
    assert "unpacks to" in str(error)


def test_unpacks_no_more_than_the_directory_says() -> None:
    bomb = zip_of({"metadata.json": bytes(50 << 20)}, zipfile.ZIP_DEFLATED)
    assert refusal(with_declared_size(bomb, "metadata.json", 1000)).code == "DAMAGED"


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_refuses_other_compressions(compression: int) -> None:
    assert refusal(zip_of({"metadata.json": b"{}"}, compression)).code == "UNSAFE_ARCHIVE"


def test_refuses_encrypted_files() -> None:
    changed = bytearray(real_archive())
    at = changed.rindex(b"metadata.json") - 46
    changed[at + 8] |= 1
    error = refusal(bytes(changed))
    assert error.code == "UNSAFE_ARCHIVE"
    assert "encrypted" in str(error)


def test_refuses_too_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_source, "MOST_FILES", 10)
    assert "files; 10 are allowed" in str(refusal(real_archive()))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "DAMAGED"),
        (b"<html>Bad gateway</html>", "DAMAGED"),
        (zip_of({}), "INVALID_METADATA"),
        (zip_of({"a.txt": b""}), "INVALID_METADATA"),
        *((zip_of({"metadata.json": each}), "INVALID_METADATA") for each in (
            b"", b"{", b"\xff\xfe", b"null", b"[]", b"{}", b'{"imageSize": 1}', b"[" * 100_000,
            b'{"imageSize": {"width": 64, "height": 64}, "images": {}}',
            b'{"imageSize": {"width": 64, "height": 1e9}, "images": []}',
            b'{"imageSize": {"width": 0, "height": 64}, "images": []}',
            b'{"imageSize": {"width": 9000, "height": 9000}, "images": []}',
            b'{"imageSize": {"width": true, "height": true}, "images": []}',
            b'{"imageSize": {"width": 64, "height": NaN}, "images": []}',
            b'{"imageSize": {"width": ' + b"9" * 10_000 + b', "height": 64}}',
        )),
    ],
    ids=str,
)  # fmt: skip
def test_refuses_what_is_no_dataset(content: bytes, code: str) -> None:
    assert refusal(content).code == code


WRONG: list[tuple[str, Callable[[dict[str, Any]], Any]]] = [
    ("metadata.json/images/0/file is missing", lambda image: image.pop("file")),
    ("images/0/file is not a string", lambda image: image.update(file=1)),
    ("images/0/file names a file that", lambda image: image.update(file="../secret")),
    ("images/0/seed is not an integer", lambda image: image.update(seed="7")),
    ("images/0/seed is not an integer", lambda image: image.update(seed=True)),
    ("images/0/findings is not an array", lambda image: image.update(findings={})),
    ("images/0/findings/0 is not an object", lambda image: image.update(findings=[1])),
    ("images/0/findings/0/kind is missing", lambda image: image.update(findings=[{}])),
    ("findings/0/zones is not an array of", lambda image: image["findings"][0].update(zones=[1])),
    ("cardiothoracicRatio is not a fin", lambda image: image.update(cardiothoracicRatio="x")),
    ("cardiothoracicRatio is not a fin", lambda image: image.update(cardiothoracicRatio=10**400)),
    ("box is not inside the image", lambda image: box_of(image).update(x=60, width=5)),
    ("box is not inside the image", lambda image: box_of(image).update(width=0)),
    ("box is not inside the image", lambda image: box_of(image).update(y=-1)),
    ("box/height is missing", lambda image: box_of(image).pop("height")),
    ("anatomy/heart/mask names a file", lambda image: image["anatomy"]["heart"].update(mask="x")),
]


def box_of(image: dict[str, Any]) -> dict[str, Any]:
    box: dict[str, Any] = image["findings"][0]["regions"][0]["box"]
    return box


@pytest.mark.parametrize(("message", "change"), WRONG)
def test_says_where_the_metadata_is_wrong(
    message: str, change: Callable[[dict[str, Any]], Any]
) -> None:
    told = metadata()
    change(told["images"][0])
    error = refusal(with_metadata(told))
    assert error.code == "INVALID_METADATA"
    assert message in str(error)


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


def read_all(content: bytes) -> None:
    """Everything a program may do with an archive. Must only raise SinkoveErrors."""
    try:
        archive = sinkove.open(content)
        for sample in archive:
            assert sample.array.shape == archive.image_size[::-1]
            for mask in sample.masks.values():
                assert mask.array.shape == archive.image_size[::-1]
        assert archive.model_card
    except sinkove.SinkoveError:
        pass


@given(st.data())
def test_a_damaged_archive_raises_nothing_but_sinkove_errors(data: st.DataObject) -> None:
    content = bytearray(real_archive())
    # Most bytes are pixels. The directory at the end allows many more kinds of faults.
    places = st.integers(0, len(content) - 1) | st.integers(len(content) - 3000, len(content) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=20)):
        content[place] = byte
    length = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    read_all(bytes(content[:length]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.data())
def test_any_value_anywhere_in_the_metadata_is_taken_or_refused(data: st.DataObject) -> None:
    told = metadata()
    holder: Any = told
    key: Any = data.draw(st.sampled_from(sorted(told)))
    while isinstance(holder[key], (dict, list)) and holder[key] and data.draw(st.booleans()):
        holder = holder[key]
        keys = sorted(holder) if isinstance(holder, dict) else range(len(holder))
        key = data.draw(st.sampled_from(keys))
    holder[key] = data.draw(JSON)
    read_all(with_metadata(told))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_zip_are_refused(content: bytes) -> None:
    read_all(content)


def test_says_what_is_wrong_with_a_path(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "missing.zip", "FILE_NOT_FOUND"),
        (tmp_path, "UNREADABLE"),
        (f"{tmp_path}/\0", "UNREADABLE"),
        (tmp_path / "file" / "inner", "UNREADABLE"),
    ):
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(sinkove.ArchiveError) as caught:
            sinkove.open(path)
        assert caught.value.code == code


@pytest.mark.parametrize("wrong", [None, 7, io.StringIO("text"), ["films.zip"], b"".join])
def test_says_what_can_be_opened(wrong: Any) -> None:
    with pytest.raises(sinkove.ArgumentError, match=r"^Open a path, bytes, or a file"):
        sinkove.open(wrong)


def test_refuses_a_key_in_the_place_of_a_path() -> None:
    key = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
    with pytest.raises(sinkove.ArgumentError) as caught:
        sinkove.open(key)
    assert key not in str(caught.value)


def test_a_truncated_download_is_damaged(tmp_path: Path) -> None:
    whole = real_archive()
    path = tmp_path / "films.zip"
    for length in random.Random(7).sample(range(len(whole)), 30):
        path.write_bytes(whole[:length])
        with pytest.raises(sinkove.ArchiveError, match="not a complete ZIP") as caught:
            sinkove.open(path)
        assert str(path) in str(caught.value)
