"""Errors of proxies, certificates and closed clients are SinkoveErrors."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any

import anyio
import httpcore
import httpx
import pytest

import sinkove
from sinkove._deadline import obey_deadlines
from sinkove._fork import leave_connections
from sinkove._http import transports_of

from .file_server import file_server

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
URL = "http://127.0.0.1:9"
ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17"
PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"]


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def _left_connections() -> Iterator[None]:
    """A loop that has ended cannot close its connections: they are collected, with a warning."""
    yield
    gc.collect()


def error_of(**options: Any) -> sinkove.SinkoveError:
    """The error of a request, which must be the same for both kinds of client."""
    options = {"base_url": URL, "max_retries": 0, **options}
    with pytest.raises(sinkove.SinkoveError) as blocking:
        sinkove.client(KEY, **options).dataset(ID)

    async def run() -> None:
        await sinkove.async_client(KEY, **options).dataset(ID)

    with pytest.raises(type(blocking.value)) as awaiting:
        anyio.run(run)
    words = str(awaiting.value).replace("Async", "").replace("async_", "")
    assert words == str(blocking.value)
    return blocking.value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NO_PROXY", "[::1]"),
        ("NO_PROXY", "localhost, [::1]:80, http://[:"),
        ("HTTP_PROXY", "socks9://person:password@proxy.test"),
        ("ALL_PROXY", "http://person:password@proxy.test:port"),
        ("HTTP_PROXY", "http://person:password@[::1"),
    ],
)
def test_a_proxy_that_cannot_be_right(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    error = error_of()
    assert isinstance(error, sinkove.ConfigurationError)
    assert "HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY" in str(error)
    assert "password" not in f"{error}{error.__cause__!r}{error.__context__!r}"


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY"])
def test_a_socks_proxy_without_its_package(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "socks5://person:password@proxy.test:1080")
    monkeypatch.setitem(sys.modules, "socksio", None)
    error = error_of()
    assert isinstance(error, sinkove.ConfigurationError)
    assert "httpx[socks]" in str(error)
    assert "password" not in str(error)


def test_a_certificate_that_is_not_trusted_is_not_retried() -> None:
    attempts = []

    def refuse(request: httpx.Request) -> httpx.Response:
        attempts.append(request.url)
        raise httpx.ConnectError(
            "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate"
        )

    error = error_of(transport=httpx.MockTransport(refuse), max_retries=2)
    assert len(attempts) == 2, "one for each kind of client"
    assert isinstance(error, sinkove.ConnectionError)
    assert not error.is_transient
    assert "SSL_CERT_FILE" in str(error)
    assert "self-signed certificate" in str(error)


@pytest.mark.parametrize("slashes", ["", "/", "///"])
def test_a_base_url_may_end_in_slashes(slashes: str) -> None:
    urls = []

    def answer(request: httpx.Request) -> httpx.Response:
        urls.append(str(request.url))
        return httpx.Response(200, json={"id": ID})

    transport = httpx.MockTransport(answer)
    sinkove.client(KEY, base_url=f"{URL}/v1{slashes}", transport=transport).dataset(ID)
    assert urls == [f"{URL}/v1/datasets/{ID}"]


@pytest.mark.parametrize("verify", ["/no/such/certificates.pem", __file__, 3.5, object()])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_certificates_that_cannot_be_read(verify: Any) -> None:
    error = error_of(verify=verify)
    assert isinstance(error, sinkove.ConfigurationError)
    assert "verify" in str(error)


@pytest.mark.parametrize("transport", [5, "http://proxy.test", object()])
def test_a_transport_that_is_none(transport: Any) -> None:
    error = error_of(transport=transport)
    assert isinstance(error, sinkove.ConfigurationError)
    assert "transport" in str(error)


def test_a_client_of_one_kind_with_a_transport_of_the_other() -> None:
    with pytest.raises(sinkove.ConfigurationError, match="AsyncBaseTransport"):
        sinkove.async_client(KEY, base_url=URL, transport=httpx.HTTPTransport())  # type: ignore[arg-type]
    with pytest.raises(sinkove.ConfigurationError, match="BaseTransport"):
        sinkove.client(KEY, base_url=URL, transport=httpx.AsyncHTTPTransport())  # type: ignore[arg-type]


def answer(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"id": ID})


@pytest.mark.parametrize("is_used", [True, False])
def test_a_client_is_closed_after_with(is_used: bool) -> None:
    with sinkove.client(KEY, base_url=URL, transport=httpx.MockTransport(answer)) as client:
        if is_used:
            client.dataset(ID)
    for _ in range(2):
        with pytest.raises(sinkove.ConfigurationError, match="is closed"):
            client.dataset(ID)
    client.close()


@pytest.mark.anyio
@pytest.mark.parametrize("is_used", [True, False])
async def test_a_client_that_awaits_is_closed_after_with(is_used: bool) -> None:
    transport = httpx.MockTransport(answer)
    async with sinkove.async_client(KEY, base_url=URL, transport=transport) as client:
        if is_used:
            await client.dataset(ID)
    for _ in range(2):
        with pytest.raises(sinkove.ConfigurationError, match="is closed"):
            await client.dataset(ID)
    await client.close()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.usefixtures("_left_connections")
def test_one_client_works_in_every_event_loop() -> None:
    with file_server(b"film" * 9) as server:
        client = sinkove.async_client(KEY, base_url=server.url)

        async def run() -> tuple[str, bytes]:
            return (await client.dataset(ID)).id, await client.datasets.download(ID)

        for _ in range(3):
            assert asyncio.run(run()) == (ID, b"film" * 9)

        async def end() -> None:
            async with client:
                await client.dataset(ID)

        asyncio.run(end())
        with pytest.raises(sinkove.ConfigurationError, match="is closed"):
            asyncio.run(run())


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.usefixtures("_left_connections")
def test_a_transport_of_a_loop_that_ended_says_so() -> None:
    with file_server(b"film") as server:
        client = sinkove.async_client(
            KEY, base_url=server.url, transport=httpx.AsyncHTTPTransport(), max_retries=0
        )

        async def run() -> None:
            await client.dataset(ID)

        asyncio.run(run())
        with pytest.raises(sinkove.ConfigurationError, match="event loop"):
            asyncio.run(run())


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_one_client_works_in_several_event_loops_at_once(backend: str) -> None:
    """A request waits for one in another loop; asyncio's debug mode refuses to wake it unsafely."""
    begun, waits = threading.Event(), threading.Event()
    limit = {"x-ratelimit-remaining": "1"}

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/first"):
            begun.set()
            await anyio.to_thread.run_sync(waits.wait, 20)
        return httpx.Response(200, json={"id": request.url.path.split("/")[-1]}, headers=limit)

    client = sinkove.async_client(KEY, base_url=URL, transport=httpx.MockTransport(answer))
    make_event = client._session.core._rate_limiter._new_event

    def new_event() -> Any:
        waits.set()  # the second request is about to wait
        return make_event()

    client._session.core._rate_limiter._new_event = new_event
    options = {"debug": True} if backend == "asyncio" else {}

    found: list[str] = []

    def run(name: str) -> None:
        async def fetch() -> None:
            found.append((await client.dataset(name)).id)

        anyio.run(fetch, backend=backend, backend_options=options)

    run("zero")  # its response allows one request at a time
    threads = [threading.Thread(target=run, args=[name], daemon=True) for name in ("first", "next")]
    for thread in threads:
        thread.start()
        assert begun.wait(20)
    for thread in threads:
        thread.join(20)
    assert sorted(found) == ["first", "next", "zero"]


def test_httpx_and_httpcore_have_the_private_members_that_the_sdk_needs() -> None:
    """If an update renames one, this test fails instead of a user's forked process."""
    client = httpx.Client(proxy="http://127.0.0.1:9")
    transports = [each for each in transports_of(client) if each is not None]
    assert len(transports) == 2
    for transport in transports:
        assert isinstance(transport, httpx.HTTPTransport)
        pool = transport._pool
        assert isinstance(pool, httpcore.ConnectionPool)
        assert isinstance(pool._network_backend, httpcore.NetworkBackend)
        assert hasattr(pool._optional_thread_lock, "_lock")
        assert pool._requests == []
    obey_deadlines(client)
    backends = [each._pool._network_backend for each in transports]  # type: ignore[attr-defined]
    assert {type(each).__module__ for each in backends} == {"sinkove._deadline"}
    for transport in transports:
        leave_connections(transport)
    client.close()
