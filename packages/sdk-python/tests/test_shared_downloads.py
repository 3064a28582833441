"""Many downloads of one dataset to one path at the same time: processes, threads and tasks."""

from __future__ import annotations

import concurrent.futures
import hashlib
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import pytest

import sinkove
from sinkove import _partial_file as _parts

from .file_server import CHUNK, FileServer, file_server
from .places import PACKAGE, environment

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
CONTENT = random.Random(7).randbytes(40 * CHUNK + 11)
STRATEGIES = ["fail", "skip", "replace"]

PROGRAM = """
import sys, sinkove
url, path, strategy, key = sys.argv[1:]
client = sinkove.client(key, base_url=url, max_retries=3)
file = client.datasets.download("d", path, strategy=strategy, progress=False)
print(file.size, file.skipped)
"""


def start(server: FileServer, path: Path, strategy: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, server.url, str(path), strategy, KEY],
        env=environment(PYTHONPATH=str(PACKAGE / "src")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def client_of(server: FileServer, **options: Any) -> sinkove.Sinkove:
    return sinkove.client(KEY, base_url=server.url, **options)


def part_of(path: Path, number: int = 0) -> Path:
    digest = hashlib.sha256(CONTENT).hexdigest()[:16]
    return path.with_name(f"{path.name}.{digest}{f'.{number}' if number else ''}.part")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize(("count", "strategy"), [(2, "fail"), (8, "skip"), (3, "replace")])
def test_processes_that_share_a_path_all_succeed(tmp_path: Path, strategy: str, count: int) -> None:
    path = tmp_path / "a.zip"
    with file_server(CONTENT, together=count) as server:
        processes = [start(server, path, strategy) for _ in range(count)]
        ends = [process.communicate(timeout=60) for process in processes]
    assert [errors for _, errors in ends] == [""] * count
    assert {process.returncode for process in processes} == {0}
    assert {output.split()[0] for output, _ in ends} == {str(len(CONTENT))}
    assert path.read_bytes() == CONTENT
    assert names(tmp_path) == ["a.zip"]


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_threads_that_share_a_path_all_succeed(tmp_path: Path, strategy: Any) -> None:
    path = tmp_path / "a.zip"
    with file_server(CONTENT, together=8) as server, client_of(server) as client:

        def work(_: int) -> int:
            return client.datasets.download("d", path, strategy=strategy).size

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            assert set(pool.map(work, range(8))) == {len(CONTENT)}
    assert path.read_bytes() == CONTENT
    assert names(tmp_path) == ["a.zip"]


@pytest.mark.anyio
@pytest.mark.parametrize("strategy", STRATEGIES)
async def test_tasks_that_share_a_path_all_succeed(tmp_path: Path, strategy: Any) -> None:
    path = tmp_path / "a.zip"
    with file_server(CONTENT, together=8) as server:
        client = sinkove.async_client(KEY, base_url=server.url)
        async with client, anyio.create_task_group() as group:
            for _ in range(8):
                group.start_soon(lambda: client.datasets.download("d", path, strategy=strategy))
    assert path.read_bytes() == CONTENT
    assert names(tmp_path) == ["a.zip"]


def during(server: FileServer, path: Path, act: Any, **options: Any) -> sinkove.DownloadedFile:
    """Downloads, and calls ``act`` when a part of the file has arrived."""
    acts = [act]

    def tell(_: sinkove.DownloadProgress) -> None:
        if acts:
            acts.pop()()

    with client_of(server) as client:
        return client.datasets.download("d", path, on_progress=tell, **options)


@pytest.mark.parametrize("has_links", [True, False])
def test_a_lost_race_with_the_right_file_is_a_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    path = tmp_path / "a.zip"
    if not has_links:
        monkeypatch.delattr("os.link")
    with file_server(CONTENT) as server:
        file = during(server, path, lambda: path.write_bytes(CONTENT))
    assert (file.size, names(tmp_path)) == (len(CONTENT), ["a.zip"])


@pytest.mark.parametrize("has_links", [True, False])
def test_a_lost_race_with_another_file_leaves_it_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    path = tmp_path / "a.zip"
    if not has_links:
        monkeypatch.delattr("os.link")
    with file_server(CONTENT) as server:
        with pytest.raises(sinkove.DownloadError) as caught:
            during(server, path, lambda: path.write_bytes(b"mine"))
        assert caught.value.code == "FILE_EXISTS"
        assert path.read_bytes() == b"mine"
        path.unlink()
        file = during(server, path, lambda: path.write_bytes(b"mine"), strategy="skip")
    assert (file.size, file.skipped, path.read_bytes()) == (4, True, b"mine")
    assert names(tmp_path) == ["a.zip"]


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_a_resume_that_is_sent_all_of_it_changes_no_file_with_its_final_name(
    tmp_path: Path, strategy: Any
) -> None:
    """Another download finishes while this one is interrupted, and the resume gets a 200."""
    path = tmp_path / "a.zip"
    with file_server(CONTENT, ranges=False) as server:
        states: list[tuple[int, bytes]] = []

        def finish_another() -> None:
            with client_of(server) as other:
                other.datasets.download("d", path, strategy=strategy)
            states.append((path.stat().st_mtime_ns, path.read_bytes()))
            identity.append(os.open(path, os.O_RDONLY))

        identity: list[int] = []
        server.breaks = [5 * CHUNK]
        try:
            during(server, path, finish_another, strategy=strategy)
            held = os.fstat(identity[0])
            assert (held.st_size, held.st_mtime_ns) == (len(CONTENT), states[0][0])
            assert os.pread(identity[0], len(CONTENT) + 1, 0) == CONTENT
        finally:
            os.close(identity[0])
    assert path.read_bytes() == CONTENT
    assert names(tmp_path) == ["a.zip"]


def test_what_was_linked_to_its_final_name_and_kept_its_temporary_one_is_left_alone(
    tmp_path: Path,
) -> None:
    """A process was killed between the two steps, and the user has changed the file since."""
    path = tmp_path / "a.zip"
    path.write_bytes(b"mine")
    os.link(path, part_of(path))
    kept = tmp_path / "kept"
    os.link(path, kept)
    with file_server(CONTENT) as server, client_of(server) as client:
        client.datasets.download("d", path, strategy="replace")
    assert (kept.read_bytes(), path.read_bytes()) == (b"mine", CONTENT)
    assert names(tmp_path) == ["a.zip", "kept"]


def test_a_process_that_was_killed_leaves_what_the_next_one_goes_on_with(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with file_server(CONTENT, together=2) as server:  # pauses, as the second never comes
        process = start(server, path, "fail")
        while not part_of(path).exists() or part_of(path).stat().st_size < 10 * CHUNK:
            assert process.poll() is None
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        assert names(tmp_path) == [part_of(path).name]
        seen: list[int] = []
        with client_of(server) as client:
            client.datasets.download("d", path, on_progress=lambda done: seen.append(done.received))
    assert seen[0] >= 10 * CHUNK
    assert path.read_bytes() == CONTENT
    assert names(tmp_path) == ["a.zip"]


def test_parts_that_nobody_writes_to_are_removed_with_the_last_download(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for number in (0, 1, 3):
        part_of(path, number).write_bytes(CONTENT[:CHUNK])
    other = tmp_path / "a.zip.0123456789abcdef.part"
    other.write_bytes(b"of another dataset")
    with file_server(CONTENT) as server, client_of(server) as client:
        client.datasets.download("d", path)
    assert names(tmp_path) == ["a.zip", other.name]


def test_without_locks_each_download_has_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: Any) -> bool:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(_parts, "lock", refuse)
    path = tmp_path / "a.zip"
    with file_server(CONTENT, together=4) as server, client_of(server) as client:
        pool = concurrent.futures.ThreadPoolExecutor(4)
        list(pool.map(lambda _: client.datasets.download("d", path), range(4)))
        pool.shutdown()
    assert path.read_bytes() == CONTENT
    assert names(tmp_path) == ["a.zip"]
