"""Waits for a dataset, and downloads its file."""

from __future__ import annotations

import io
import os
from pathlib import Path

import httpx
import pytest

import sinkove
from sinkove import Runtime

from .file_api import FILE, file_api
from .scripted_api import ID, KEY, URL, Api, dataset


def test_waits_no_longer_than_it_is_told() -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    api = Api(*[dataset("STARTED")] * 9)
    runtime = Runtime(now=lambda: now[0], sleep=sleep, random=lambda: 0.5)
    with pytest.raises(TimeoutError, match="still being generated"):
        api.client(runtime=runtime).datasets.wait(ID, 5)
    assert now[0] == 5
    assert len(api.requests) == 4


def test_goes_on_waiting_while_others_use_up_the_limit() -> None:
    slept: list[float] = []
    limited = httpx.Response(429, headers={"retry-after": "40"})
    api = Api(limited, dataset())
    runtime = Runtime(sleep=slept.append, random=lambda: 0.5)
    client = api.client(runtime=runtime, max_retries=0, max_retry_wait=30)
    assert client.datasets.wait(ID).state == "READY"
    assert slept == [15.0]


def test_tells_of_each_change() -> None:
    states = [dataset("PENDING"), dataset("PENDING"), dataset("STARTED"), dataset()]
    client = Api(*states).client(runtime=Runtime(sleep=lambda _: None))
    assert [each.state for each in client.datasets.watch(ID)] == ["PENDING", "STARTED", "READY"]


def test_downloads_to_memory_to_a_path_and_to_an_open_file(tmp_path: Path) -> None:
    client = file_api(3).client()
    told: list[int] = []
    assert client.datasets.download(ID, on_progress=lambda done: told.append(done.received)) == FILE
    assert told[-1] == len(FILE)
    path = tmp_path / "new" / "film.zip"
    assert client.datasets.download(ID, path).size == len(FILE)
    assert path.read_bytes() == FILE
    assert os.listdir(path.parent) == ["film.zip"]  # noqa: PTH208
    stream = io.BytesIO()
    client.datasets.download(ID, stream)
    assert stream.getvalue() == FILE


@pytest.mark.anyio
async def test_downloads_with_await(tmp_path: Path) -> None:
    async with file_api(2).async_client() as client:
        assert await client.datasets.download(ID) == FILE
        assert not (await client.datasets.download(ID, tmp_path / "film.zip")).skipped
    assert (tmp_path / "film.zip").read_bytes() == FILE


@pytest.mark.parametrize("sha256", ["", "../evil", "A" * 64, "a" * 63, "a" * 64 + "\n", "a/\0"])
def test_a_sha256_that_is_none_never_becomes_a_path(sha256: str, tmp_path: Path) -> None:
    told = {"URL": "http://files.test/f", "size": 1, "sha256": sha256}
    client = Api(told, told).client()
    for download in (
        lambda: client.datasets.download(ID, tmp_path / "a.zip"),
        lambda: client.datasets.open(ID),
    ):
        with pytest.raises(sinkove.ResponseError, match="did not send a valid SHA-256"):
            download()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("url", ["", "//files.test/f", "file:///f", "http://", "ftp://files.test/"])
def test_refuses_what_is_not_the_url_of_a_file(url: str) -> None:
    told = {"URL": url, "size": 1, "sha256": "0" * 64}
    with pytest.raises(sinkove.ResponseError, match="did not send a valid URL"):
        Api(told).client().datasets.download(ID)


@pytest.mark.parametrize("host", ["x" * 64, "a..b"])
def test_reports_a_host_of_a_file_that_there_cannot_be(host: str) -> None:
    told = {"URL": f"http://{host}/f", "size": 1, "sha256": "0" * 64}

    class Transport(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.startswith("/v1/"):
                return httpx.Response(200, json=told)
            return super().handle_request(request)  # fails before it asks the network

    client = sinkove.client(KEY, base_url=URL, transport=Transport(), max_retries=0)
    with pytest.raises(sinkove.ConnectionError, match="The connection to the file's server failed"):
        client.datasets.download(ID)


def test_a_download_lasts_no_longer_than_its_total_time(tmp_path: Path) -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    told = {"URL": "http://files.test/f", "size": 1, "sha256": "0" * 64}
    busy = httpx.Response(503, headers={"retry-after": "2"})
    api = Api(told, *[busy] * 9)
    client = api.client(runtime=Runtime(now=lambda: now[0], sleep=sleep), max_retries=9)
    with pytest.raises(sinkove.TimeoutError, match=r"The download took longer than 5 s"):
        client.datasets.download(ID, tmp_path / "a.zip", total_timeout=5)
    assert now[0] == 5
    assert len(api.requests) == 4
    assert not list(tmp_path.iterdir()), "a download without a byte leaves nothing behind"


def test_the_total_time_of_a_download_includes_its_first_request(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINKOVE_CACHE_DIR", str(tmp_path))
    now = [0.0]
    told = {"URL": "http://files.test/f", "size": 1, "sha256": "0" * 64}

    def answer(_: httpx.Request) -> httpx.Response:
        now[0] += 6
        return httpx.Response(200, json=told)

    client = sinkove.client(
        KEY, base_url=URL, transport=httpx.MockTransport(answer), runtime=Runtime(lambda: now[0])
    )
    for download in (client.datasets.download, client.datasets.open):
        with pytest.raises(sinkove.TimeoutError, match="The download took longer than 5 s"):
            download(ID, total_timeout=5)
