"""Cancels and kills downloads at any moment: no wrong file, no unexpected error.

``npm run soak -- python-sdk`` runs the same test at many more moments.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import anyio
import anyio.lowlevel
import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sinkove

from .file_server import CHUNK, file_server
from .places import PACKAGE, environment

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
URL = "http://127.0.0.1:9"
CONTENT = random.Random(5).randbytes(10 * CHUNK + 3)
MOMENTS = int(os.environ.get("SINKOVE_TRIALS", "3"))


class Stepping(httpx.AsyncBaseTransport):
    """A server of one file that yields to other tasks between steps, and cancels at one step."""

    def __init__(self, cancel_at: int) -> None:
        self.scope = anyio.CancelScope()
        self._cancel_at = cancel_at
        self._steps = 0

    async def step(self) -> None:
        self._steps += 1
        if self._steps == self._cancel_at:
            self.scope.cancel()
        await anyio.lowlevel.checkpoint()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self.step()
        if request.url.host != "files.test":
            digest = hashlib.sha256(CONTENT).hexdigest()
            told = {"URL": "http://files.test/f", "size": len(CONTENT), "sha256": digest}
            return httpx.Response(200, json=told)
        start = int(request.headers.get("range", "bytes=0-")[6:-1])
        headers = {"content-range": f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"}
        return httpx.Response(206, headers=headers, stream=_Body(self, CONTENT[start:]))


class _Body(httpx.AsyncByteStream, AsyncIterator[bytes]):
    def __init__(self, transport: Stepping, content: bytes) -> None:
        self._transport = transport
        self._left = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        await self._transport.step()
        chunk, self._left = self._left[:CHUNK], self._left[CHUNK:]
        if not chunk:
            raise StopAsyncIteration
        return chunk

    async def aclose(self) -> None:
        await self._transport.step()


def is_there(path: Path) -> bool:
    """Whether the file has its final name. If so, its content must be correct."""
    assert not path.exists() or path.read_bytes() == CONTENT
    return path.exists()


# httpx leaves its generators to the garbage collector if a body is not read fully; trio warns.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@settings(max_examples=10 * MOMENTS)
@given(
    moments=st.lists(st.integers(1, 16), min_size=1, max_size=4),
    strategy=st.sampled_from(["fail", "skip", "replace"]),
)
def test_a_download_that_is_cancelled_at_any_moment_can_be_repeated(
    backend: str, moments: list[int], strategy: sinkove.types.Strategy
) -> None:
    async def run(path: Path) -> None:
        for moment in [*moments, 0]:
            transport = Stepping(moment)
            async with sinkove.async_client(KEY, base_url=URL, transport=transport) as client:
                with transport.scope:
                    if strategy != "fail" or not is_there(path):
                        await client.datasets.download("d", path, strategy=strategy)
            is_there(path)
        assert [each.name for each in path.parent.iterdir()] == ["a.zip"]

    with tempfile.TemporaryDirectory() as folder:
        anyio.run(run, Path(folder) / "a.zip", backend=backend)


# Kills itself at one of the function calls and returns during the download.
PROGRAM = """
import os, signal, sys, sinkove
url, path, key, moment = sys.argv[1:]
client = sinkove.client(key, base_url=url)
events = 0

def count(*_):
    global events
    events += 1
    if events == int(moment):
        os.kill(os.getpid(), signal.SIGKILL)

sys.setprofile(count)
client.datasets.download("d", path, strategy="replace", progress=False)
sys.setprofile(None)
print(events)
"""


def save(url: str, path: Path, moment: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, url, str(path), KEY, str(moment)],
        env=environment(PYTHONPATH=str(PACKAGE / "src")),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_process_that_is_killed_at_any_moment_leaves_no_wrong_file(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    # Most events come before the file is fetched, so half of the moments are near the end, when
    # the file gets its final name.
    chance = random.Random(MOMENTS)
    with file_server(CONTENT) as server:
        total = int(save(server.url, path, 0).stdout)
        early = [chance.randrange(1, total) for _ in range(MOMENTS)]
        late = [total - chance.randrange(1, 160) for _ in range(MOMENTS)]
        for moment in [*early, *late]:
            path.unlink(missing_ok=True)
            killed = save(server.url, path, moment)
            # The number of calls varies a little between runs, so the end may come first.
            ended = killed.returncode == 0 and moment in late
            assert ended or killed.returncode == -signal.SIGKILL, killed.stderr
            assert is_there(path) or not ended
            again = save(server.url, path, 0)
            assert (again.returncode, again.stderr) == (0, "")
            assert path.read_bytes() == CONTENT
            assert [each.name for each in tmp_path.iterdir()] == ["a.zip"]
