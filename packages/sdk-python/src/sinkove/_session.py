"""The connections of a blocking client, and the loop that runs its generators."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from typing import Any, TypeVar

import httpx

from ._core import Core
from ._effects import (
    AskForKey,
    CallFunction,
    CloseStream,
    DeadlineExceeded,
    Effect,
    Effects,
    OpenStream,
    ReadStream,
    SendRequest,
    Sleep,
    WaitForEvent,
)
from ._fork import leave_connections, reset_after_fork
from ._http import (
    NETWORK_ERRORS,
    Settings,
    build,
    closed_error,
    headers_of,
    limited,
    network_error,
    response_of,
    transports_of,
)
from ._secret import Secret
from .responses import Headers, Response

T = TypeVar("T")


class _Stream:
    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self.headers: Headers = headers_of(response)
        self.response = response
        # A custom transport may have read the whole body.
        is_read = response.is_stream_consumed
        self.chunks = iter([response.content]) if is_read else response.iter_raw()


class Session:
    """Runs the generators of a client in the thread that calls it. Threads may share a session."""

    new_event = threading.Event

    def __init__(self, core: Core, settings: Settings) -> None:
        self.core = core
        self._settings = settings
        self._sleep = core.runtime.sleep or time.sleep
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None
        self._is_closed = False
        settings.require_transport(httpx.BaseTransport)
        reset_after_fork(self)

    def reset_in_child(self) -> None:
        """Drops the parent's connections: the child opens its own."""
        self._lock = threading.Lock()
        client, self._client = self._client, None
        if client:
            for transport in transports_of(client):
                leave_connections(transport)

    def run(self, effects: Effects[T]) -> T:
        """Performs the effects of a generator. Returns what the generator returns."""
        result: Any = None
        error: BaseException | None = None
        while True:
            try:
                effect = effects.send(result) if error is None else effects.throw(error)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]  # as Effects says
            try:
                result, error = self._perform(effect), None
            except Exception as raised:  # noqa: BLE001  (the generator decides)
                error = raised
            except BaseException as raised:  # noqa: BLE001  (Ctrl-C: the generator cleans up)
                # The traceback's frames are httpx's and hold the key.
                error = raised.with_traceback(None)

    def close(self) -> None:
        """Closes the connections."""
        with self._lock:
            self._is_closed = True
            client, self._client = self._client, None
        if client:
            client.close()

    def _perform(self, effect: Effect) -> Any:
        match effect:
            case SendRequest() | OpenStream() | ReadStream():
                return self._on_the_network(effect)
            case Sleep(seconds):
                return self._sleep(seconds)
            case WaitForEvent(event, seconds):
                if not event.wait(seconds):
                    raise DeadlineExceeded
                return None
            case CloseStream(stream):
                return stream.response.close()
            case AskForKey(function):
                return Secret(function())
            case CallFunction(function, arguments):
                return function(*arguments)
            case _:
                raise AssertionError(effect)

    def _on_the_network(self, effect: SendRequest | OpenStream | ReadStream) -> Any:
        failure: Exception
        http = self._http  # before the time limit starts: making it reads certificates
        try:
            with self._limit(effect.seconds):
                return self._exchange(effect, http)
        except httpx.TimeoutException:
            failure = DeadlineExceeded()
        except NETWORK_ERRORS as error:
            failure = network_error(error, self._settings.clean)
        except RuntimeError as error:  # raised by httpx if another thread closed the client
            failure = closed_error() if self._is_closed else error
        raise failure

    def _exchange(self, effect: SendRequest | OpenStream | ReadStream, http: httpx.Client) -> Any:
        if isinstance(effect, ReadStream):
            return next(effect.stream.chunks, b"")
        request = limited(build(effect.request), effect.seconds)
        response = http.send(request, stream=True)
        if isinstance(effect, OpenStream):
            return _Stream(response)
        return _read(response)

    def _limit(self, seconds: float | None) -> contextlib.AbstractContextManager[None]:
        if sys.platform == "emscripten":
            return contextlib.nullcontext()
        from ._deadline import deadline

        return deadline(seconds)

    @property
    def _http(self) -> httpx.Client:
        with self._lock:
            if self._is_closed:
                raise closed_error()
            self._client = self._client or _open(self._settings)
            return self._client


def _read(response: httpx.Response) -> Response:
    try:
        response.read()
        return response_of(response)
    finally:
        response.close()


def _open(settings: Settings) -> httpx.Client:
    if sys.platform == "emscripten":
        if settings.transport is None:
            from .pyodide import XhrTransport

            settings.transport = XhrTransport()
        return settings.open(httpx.Client)
    from ._deadline import obey_deadlines

    client = settings.open(httpx.Client)
    obey_deadlines(client)
    return client
