"""Damaged and malicious ZIP files are refused with a clear error."""

from __future__ import annotations

import io
import json
import stat
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

import sinkove
from sinkove.archive import _source

from .archives import files_of, real_archive, refusal, zip_of

NAMES = [
    *("../evil", "a/../../evil", "/etc/evil", "//server/evil", "C:/evil", "C:evil"),
    *("..\\evil", "a\\..\\evil", "a//b", "./evil", "a/./b", "nul", "a/COM1.png", "a/b.", "a/b "),
    *("a\x00b", "a\nb", "images/00001.png/evil", "..", "a/..", "a:stream"),
]


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
