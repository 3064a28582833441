"""The cache: its folder, what it keeps, and how ``dataset.open()`` uses it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import pytest

import sinkove
from sinkove import cache
from sinkove._partial_file import PartialFile

from .archives import SAMPLES, real_archive
from .file_server import FileServer, file_server
from .places import PACKAGE, environment

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
NOW = 1_800_000_000.0
DAY = 24 * 60 * 60


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SINKOVE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("SINKOVE_CACHE_SIZE", raising=False)
    return tmp_path / "cache"


def sha_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def put(content: bytes, used: float = NOW) -> Path:
    cache.make_folder()
    path = cache.path_of(sha_of(content))
    path.write_bytes(content)
    os.utime(path, (used, used))
    return path


DatasetOf = Callable[..., sinkove.Dataset]


@pytest.fixture
def dataset_of() -> Iterator[DatasetOf]:
    """Returns a server's dataset, from a new client each time."""
    with contextlib.ExitStack() as clients:

        def get(server: FileServer, **options: Any) -> sinkove.Dataset:
            client = sinkove.client(KEY, base_url=server.url, **options)
            return clients.enter_context(client).dataset("d")

        yield get


def test_a_second_open_downloads_nothing(folder: Path, dataset_of: DatasetOf) -> None:
    content = real_archive()
    with file_server(content) as server:
        seen: list[sinkove.DownloadProgress] = []
        first = dataset_of(server).open(on_progress=seen.append)
        assert seen[-1] == sinkove.DownloadProgress(len(content), len(content))
        second = dataset_of(server).open()
        third = dataset_of(server)._datasets.open("d", timeout=5)
        assert server.fetched == 1
    assert first.path == second.path == third.path == folder / f"{sha_of(content)}.zip"
    assert [each.name for each in folder.iterdir()] == [f"{sha_of(content)}.zip"]
    assert second[SAMPLES - 1].array.any()
    assert cache.size() == len(content)


def test_opens_with_await() -> None:
    async def main(url: str) -> list[int]:
        async with sinkove.async_client(KEY, base_url=url) as client:
            dataset = await client.datasets.get("d")
            return [len(await dataset.open()), len(await client.datasets.open("d"))]

    with file_server(real_archive()) as server:
        assert anyio.run(main, server.url) == [SAMPLES, SAMPLES]
        assert server.fetched == 1


@pytest.mark.parametrize(
    "damage", [lambda content: content[:-1], lambda content: b"", lambda content: content + b"x"]
)
def test_a_damaged_entry_is_fetched_again(
    damage: Callable[[bytes], bytes], dataset_of: DatasetOf
) -> None:
    content = real_archive()
    path = put(content)
    path.write_bytes(damage(content))
    with file_server(content) as server:
        assert len(dataset_of(server).open()) == SAMPLES
        assert server.fetched == 1
    assert path.read_bytes() == content


def test_a_download_that_broke_goes_on(folder: Path, dataset_of: DatasetOf) -> None:
    content = real_archive()
    with file_server(content) as server:
        server.breaks = [20_000]
        with pytest.raises(sinkove.SinkoveError):
            dataset_of(server, max_retries=0).open()
        assert [each.suffix for each in folder.iterdir()] == [".part"]
        assert len(dataset_of(server).open()) == SAMPLES


PROGRAM = """
import sys, sinkove
archive = sinkove.client(sys.argv[2], base_url=sys.argv[1]).datasets.open("d", progress=False)
print(sum(len(sample.png) for sample in archive))
"""


def test_processes_and_threads_open_one_dataset_at_once(
    folder: Path, dataset_of: DatasetOf
) -> None:
    content = real_archive()
    expected = sum(len(sample.png) for sample in sinkove.open(content))
    with file_server(content, together=3) as server:
        programs = [
            subprocess.Popen(
                [sys.executable, "-c", PROGRAM, server.url, KEY],
                env=environment(PYTHONPATH=str(PACKAGE / "src"), SINKOVE_CACHE_DIR=str(folder)),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(3)
        ]
        told = [program.communicate(timeout=60) for program in programs]
        assert told == [(f"{expected}\n", "")] * 3
        path = next(folder.iterdir())
        path.unlink()
        dataset = dataset_of(server)
        with ThreadPoolExecutor(6) as pool:
            opened = list(pool.map(lambda _: dataset.open(progress=False), range(6)))
        assert {len(archive) for archive in opened} == {SAMPLES}
    assert list(folder.iterdir()) == [path]


def test_what_the_server_sends_is_checked(dataset_of: DatasetOf) -> None:
    with file_server(real_archive()) as server:
        dataset = dataset_of(server)
        server.content = b"no archive"
        with pytest.raises(sinkove.ArchiveError) as caught:
            dataset.open()
        assert caught.value.code == "DAMAGED"


def test_says_that_the_folder_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dataset_of: DatasetOf
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("SINKOVE_CACHE_DIR", str(tmp_path / "file" / "cache"))
    with file_server(real_archive()) as server:
        with pytest.raises(sinkove.ConfigurationError, match=r"is not writable\. Set SINKOVE_"):
            dataset_of(server).open()
        assert server.fetched == 0
    assert cache.size() == cache.clear() == 0


def test_clears_what_is_its_own(folder: Path) -> None:
    contents = [b"one", b"three", b"seventeen"]
    for content in contents:
        put(content)
    others = [folder / "notes.txt", folder / "films.zip"]
    for path in others:
        path.write_bytes(b"mine")
    (folder / f"{'0' * 64}.zip").mkdir()
    assert cache.size() == 17
    assert cache.clear() == 17
    assert cache.size() == 0
    assert all(path.exists() for path in others)


def test_leaves_a_download_in_progress_alone(folder: Path) -> None:
    cache.make_folder()
    part = PartialFile(cache.path_of("a" * 64), "a" * 64)
    part.file.write(b"some")
    part.file.flush()
    assert cache.size() == 4
    assert cache.clear() == 0
    part.close(keep=True)
    assert cache.clear() == 4
    assert list(folder.iterdir()) == []


def test_keeps_what_was_used_last(monkeypatch: pytest.MonkeyPatch) -> None:
    old, older, new = (
        put(bytes([byte]) * 1000, NOW - days * DAY) for byte, days in ((1, 2), (2, 3), (3, 0.5))
    )
    monkeypatch.setenv("SINKOVE_CACHE_SIZE", "2.5KB")
    cache.trim(NOW)
    assert [path.exists() for path in (older, old, new)] == [False, True, True]
    monkeypatch.setenv("SINKOVE_CACHE_SIZE", "0")
    cache.trim(NOW)
    # Used within the last day.
    assert [path.exists() for path in (older, old, new)] == [False, False, True]
    cache.trim(NOW + 2 * DAY)
    assert not new.exists()


def test_an_open_counts_as_a_use() -> None:
    path = put(b"film", NOW - 10**9)
    assert cache.find(sha_of(b"film")) == path
    assert path.stat().st_mtime > NOW - 10**9


def test_opening_keeps_within_the_limit(
    monkeypatch: pytest.MonkeyPatch, dataset_of: DatasetOf
) -> None:
    old = put(b"old" * 1000, 0)
    monkeypatch.setenv("SINKOVE_CACHE_SIZE", "1000")
    runtime = sinkove.Runtime(wall=lambda: NOW)
    with file_server(real_archive()) as server:
        archive = dataset_of(server, runtime=runtime).open()
    assert not old.exists()
    assert archive.path
    assert archive.path.exists()


@pytest.mark.parametrize(
    ("text", "limit"),
    [("", cache.DEFAULT_SIZE), ("7", 7), ("7 B", 7), ("1.5 kb", 1500), ("50GB", 5 * 10**10)],
)
def test_reads_the_limit(text: str, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINKOVE_CACHE_SIZE", text)
    assert cache._limit() == limit


@pytest.mark.parametrize("text", ["much", "-1", "1e9", "5 apples", "1..5GB", "9" * 400])
def test_refuses_a_limit_that_is_no_size(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINKOVE_CACHE_SIZE", text)
    with pytest.raises(sinkove.ConfigurationError, match='must be a size such as "50GB"'):
        cache.trim(NOW)


def test_is_in_the_cache_folder_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SINKOVE_CACHE_DIR")
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setattr(sys, "platform", "linux")
    for chosen, expected in (("/scratch", "/scratch"), ("relative", "/home/ada/.cache")):
        monkeypatch.setenv("XDG_CACHE_HOME", chosen)
        assert cache.folder() == Path(expected) / "sinkove"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache.folder() == Path("/home/ada/.cache/sinkove")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache.folder() == Path("/home/ada/Library/Caches/sinkove")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert cache.folder() == Path("/local/sinkove")
