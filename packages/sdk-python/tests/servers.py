"""The API as processes: the real server and the mock server."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

import sinkove

from .places import NODE, ROOT, environment


@dataclass(frozen=True)
class Server:
    """A running server, and a key with full access to it."""

    url: str
    key: str

    def client(self) -> sinkove.Sinkove:
        return sinkove.client(self.key, base_url=self.url)

    def environment(self) -> dict[str, str]:
        return environment(
            SINKOVE_API_URL=self.url,
            SINKOVE_BASE_URL=self.url,
            SINKOVE_API_KEY=self.key,
            PYTHONIOENCODING="utf-8",
        )


@contextlib.contextmanager
def real_server(**more: str) -> Iterator[Server]:
    """``sinkove-server`` with an empty database."""
    with tempfile.TemporaryDirectory() as folder:
        settings = environment(
            PORT="0",
            SINKOVE_DATABASE=f"{folder}/sinkove.db",
            SINKOVE_RATE_LIMIT="100000",
            **more,
        )
        command = [NODE, "apps/server/bin/sinkove-server.js"]
        with _running(command, settings) as process:
            told = ""
            while not re.search(r"http://127\.0\.0\.1:\d+", told):
                told += _line(process)
            key = re.search(r"sinkove_(live|test)_\w+", told)
            url = re.search(r"http://127\.0\.0\.1:\d+", told)
            assert key
            assert url
            yield Server(url[0], key[0])


@contextlib.contextmanager
def mock_server() -> Iterator[Server]:
    """``sinkove-mock`` with its own sandbox."""
    command = [NODE, "packages/mock-server/bin/sinkove-mock.js", "--port", "0", "--json"]
    command += ["--rate-limit", "100000"]
    with _running(command, environment()) as process:
        told = json.loads(_line(process))
        yield Server(told["url"], told["apiKey"])


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    line = process.stdout.readline()
    assert line, "the server ended before it was ready"
    return line


@contextlib.contextmanager
def _running(command: list[str], settings: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.communicate(timeout=30)
