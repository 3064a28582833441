"""Where a download is written to: paths, open files and memory."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

import sinkove
from sinkove._partial_file import PartialFile

from .file_api import FILE, file_api
from .scripted_api import ID, KEY, URL, Api, dataset


@pytest.mark.parametrize("strategy", ["fail", "skip", "replace"])
def test_refuses_a_folder_for_a_file(strategy: Any, tmp_path: Path) -> None:
    api = Api()
    for path in ("", tmp_path):
        with pytest.raises(sinkove.ArgumentError, match="is a folder"):
            api.client().datasets.download(ID, path, strategy=strategy)
    assert api.requests == []


def test_refuses_a_strategy_that_there_is_not(tmp_path: Path) -> None:
    strategy: Any = "overwrite"
    with pytest.raises(sinkove.ArgumentError, match="strategy"):
        file_api().client().datasets.download(ID, tmp_path / "a", strategy=strategy)


def test_asks_nothing_of_the_api_where_the_file_is_there_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "film.zip"
    path.write_bytes(b"mine")
    api = Api(dataset())
    found = api.client().dataset(ID)
    assert found.download(path, "skip", wait=True).skipped
    with pytest.raises(sinkove.DownloadError) as caught:
        found.download(path)
    assert caught.value.code == "FILE_EXISTS"
    assert (path.read_bytes(), len(api.requests)) == (b"mine", 1)


def test_a_path_begins_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "a.zip").write_bytes(b"mine")
    found = Api(dataset()).client().dataset(ID)
    for path in ("~/a.zip", Path("~/a.zip"), f"~{os.sep}a.zip"):
        file = found.download(path, "skip")
        assert (file.path, file.skipped) == (str(tmp_path / "a.zip"), True)


@pytest.mark.parametrize("strategy", ["fail", "skip", "replace"])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "^An empty path is a folder. Add the name of a file.$"),
        ("new/", "new/ is a folder. Add the name of a file.$"),
        (".", "is a folder. Add the name of a file.$"),
        ("mine.txt/a.zip", "mine.txt is a file, not a folder. Choose another path.$"),
        ("mine.txt/b/a.zip", "mine.txt is a file, not a folder. Choose another path.$"),
    ],
)
def test_refuses_a_path_before_anything_is_sent(
    tmp_path: Path, name: str, message: str, strategy: Any
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    sent: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(500))  # type: ignore[func-returns-value]
    client = sinkove.client(KEY, base_url=URL, transport=transport)
    target = f"{tmp_path}/{name}" if name else name
    with pytest.raises(sinkove.ArgumentError, match=message):
        client.datasets.download("d", target, strategy=strategy)
    assert not sent
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_a_name_may_be_as_long_as_the_file_system_allows(tmp_path: Path) -> None:
    name = "\N{BONE}" * 63  # 252 bytes in UTF-8
    file_api().client().datasets.download(ID, tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("target", [5, b"a.zip", True, object()])
def test_refuses_a_target_that_is_none(target: Any) -> None:
    api = Api()
    with pytest.raises(sinkove.ArgumentError, match="target must be a path, a file open"):
        api.client().datasets.download(ID, target)
    assert not api.requests


class Unbuffered(io.RawIOBase):
    """A file that takes a few bytes at a time, as a pipe or a full disk may."""

    def __init__(self, most: int) -> None:
        self.content = b""
        self._most = most

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.content += bytes(data[: self._most])
        return min(self._most, len(data))


def test_writes_all_bytes_to_a_file_that_takes_few_at_a_time() -> None:
    stream: Any = Unbuffered(7)
    file_api().client().datasets.download(ID, stream)
    assert stream.content == FILE


def test_says_if_a_file_takes_no_more_bytes() -> None:
    stream: Any = Unbuffered(0)
    with pytest.raises(sinkove.DownloadError) as caught:
        file_api().client().datasets.download(ID, stream)
    assert caught.value.code == "NOT_WRITTEN"


class Silent:
    """A file whose ``write`` returns nothing."""

    def __init__(self) -> None:
        self.content = b""

    def write(self, data: bytes) -> None:
        self.content += data


def test_a_file_need_only_have_write() -> None:
    stream: Any = Silent()
    file_api().client().datasets.download(ID, stream)
    assert stream.content == FILE


@pytest.mark.anyio
async def test_refuses_a_file_that_cannot_take_the_bytes_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"mine")
    api = Api()
    closed = path.open("rb")
    with path.open() as text, path.open("rb") as read_only, closed:
        closed.close()
        for stream in (text, read_only, closed, io.StringIO(), anyio.wrap_file(io.BytesIO())):
            target: Any = stream
            with pytest.raises(sinkove.ArgumentError, match="a file open for writing in binary"):
                api.client().datasets.download(ID, target)
            with pytest.raises(sinkove.ArgumentError, match="not have to be awaited"):
                await api.async_client().datasets.download(ID, target)
    assert not api.requests
    assert path.read_bytes() == b"mine"


class BytesPath:
    def __fspath__(self) -> bytes:
        return b"a.zip"


@pytest.mark.parametrize("strategy", ["fail", "skip", "replace"])
def test_refuses_a_path_that_no_file_can_have(tmp_path: Path, strategy: Any) -> None:
    api = Api()
    target: Any
    for target, message in (
        (BytesPath(), "is of type bytes"),
        ("a\0b", "null|cannot be used"),
        ("x" * 999, "cannot be used"),
        (tmp_path / ("x" * 999) / "a.zip", "cannot be used"),
        ("\ud800", "cannot be used"),
    ):
        with pytest.raises(sinkove.ArgumentError, match=message):
            api.client().datasets.download(ID, target, strategy=strategy)
    assert not api.requests


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with special files")
@pytest.mark.parametrize("strategy", ["fail", "skip", "replace"])
def test_leaves_links_to_nothing_and_special_files_as_they_are(
    tmp_path: Path, strategy: Any
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "device").symlink_to(os.devnull)
    (tmp_path / "nothing").symlink_to(tmp_path / "missing")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    api = Api()
    for name, message in (
        ("pipe", "is not a regular file. Open it"),
        ("device", "is not a regular file. Open it"),
        ("nothing", "is a link to a file that does not exist"),
        ("loop", "cannot be used"),
    ):
        with pytest.raises(sinkove.ArgumentError, match=message):
            api.client().datasets.download(ID, tmp_path / name, strategy=strategy)
    assert not api.requests
    assert (tmp_path / "pipe").is_fifo()
    assert sum(path.is_symlink() for path in tmp_path.iterdir()) == 3


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("function", ["fsync", "open"])
def test_a_full_disk_is_an_error_of_this_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    client = file_api().client()
    monkeypatch.setattr(os, function, full_disk)
    path = tmp_path / "a.zip"
    with pytest.raises(sinkove.DownloadError, match="cannot be written: No space left") as e:
        client.datasets.download(ID, path)
    monkeypatch.undo()
    assert e.value.code == "NOT_WRITTEN"
    assert isinstance(e.value.__cause__, OSError)
    assert not path.exists()


def test_a_full_disk_does_not_hide_its_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = PartialFile.close

    def fail_again(self: PartialFile, *, keep: bool) -> None:
        close(self, keep=keep)
        full_disk()  # closing writes what is buffered

    monkeypatch.setattr(PartialFile, "publish", full_disk)
    monkeypatch.setattr(PartialFile, "close", fail_again)
    with pytest.raises(sinkove.DownloadError, match="cannot be written: No space left"):
        file_api().client().datasets.download(ID, tmp_path / "a.zip")
