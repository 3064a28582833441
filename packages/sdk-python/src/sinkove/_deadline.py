"""A time limit that a server cannot extend by sending its response byte by byte.

httpx limits each read separately. Here, each read of a blocking client gets the time that is left
until a shared deadline. An asynchronous client does not need this: it is cancelled.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Iterable
from contextvars import ContextVar
from typing import Any

import httpcore
import httpx

from ._http import transports_of

_ends_at: ContextVar[float | None] = ContextVar("sinkove_ends_at", default=None)


@contextlib.contextmanager
def deadline(seconds: float | None) -> Generator[None, None, None]:
    """Interrupts reads and writes in its block when the time is over."""
    token = _ends_at.set(None if seconds is None else time.monotonic() + seconds)
    try:
        yield
    finally:
        _ends_at.reset(token)


def _left(timeout: float | None) -> float | None:
    ends_at = _ends_at.get()
    if ends_at is None:
        return timeout
    left = ends_at - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("The time limit has passed.")
    return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        where = (host, port, _left(timeout), local_address, socket_options)
        return _Stream(self._backend.connect_tcp(*where))

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        return _Stream(self._backend.connect_unix_socket(path, _left(timeout), socket_options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


def obey_deadlines(client: httpx.Client) -> None:
    """Makes the connections of a client respect :func:`deadline`.

    httpx has no public option for the network backend of httpcore, so this sets it in httpx's
    private pool. Custom transports without such a pool stay as they are: httpx limits their reads
    one by one.
    """
    for transport in transports_of(client):
        pool = getattr(transport, "_pool", None)
        backend = getattr(pool, "_network_backend", None)
        if isinstance(backend, httpcore.NetworkBackend) and not isinstance(backend, _Backend):
            pool._network_backend = _Backend(backend)  # type: ignore[union-attr]  # noqa: SLF001
