"""The connections of an asynchronous client, and the loop that runs its generators."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import inspect
import sys
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeVar

import anyio
import httpx
from anyio.lowlevel import RunVar

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
from ._http import (
    NETWORK_ERRORS,
    Settings,
    build,
    closed_error,
    headers_of,
    limited,
    network_error,
    response_of,
)
from ._secret import Secret
from .exceptions import ConfigurationError
from .responses import Headers, Response

T = TypeVar("T")


class _Stream:
    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self.headers: Headers = headers_of(response)
        self.response = response
        self.chunks = response.aiter_raw()
        if response.is_stream_consumed:  # a custom transport may have read the body
            self.chunks = _once(response.content)


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body


class _Event:
    """An event that any thread can set, because a client may be used in several event loops."""

    def __init__(self) -> None:
        self._event = anyio.Event()
        self._call_soon = _scheduler()
        self.wait = self._event.wait

    def set(self) -> None:
        with contextlib.suppress(RuntimeError):  # its loop has ended, and nobody waits
            self._call_soon(self._event.set)


def _scheduler() -> Callable[[Callable[[], Any]], Any]:
    """A function that calls another one in this event loop, from any thread."""
    try:
        return asyncio.get_running_loop().call_soon_threadsafe
    except RuntimeError:
        pass
    trio = importlib.import_module("trio")
    return trio.lowlevel.current_trio_token().run_sync_soon  # type: ignore[no-any-return]


class AsyncSession:
    """Runs the generators of a client in the task that calls it, on asyncio or trio."""

    new_event = _Event

    def __init__(self, core: Core, settings: Settings) -> None:
        self.core = core
        self._settings = settings
        self._sleep = core.runtime.sleep or anyio.sleep
        self._is_closed = False
        settings.require_transport(httpx.AsyncBaseTransport)
        # Connections belong to the event loop that opened them, so each loop has its own. This also
        # covers the child of a fork, which never runs its parent's loop.
        self._clients: RunVar[httpx.AsyncClient | None] = RunVar("sinkove_client", None)

    async def run(self, effects: Effects[T]) -> T:
        """Performs the effects of a generator. Returns what the generator returns."""
        result: Any = None
        error: BaseException | None = None
        while True:
            try:
                effect = effects.send(result) if error is None else effects.throw(error)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]  # as Effects says
            try:
                result, error = await self._perform(effect), None
            except Exception as raised:  # noqa: BLE001  (the generator decides)
                error = raised
            except BaseException as raised:  # noqa: BLE001  (a cancellation: the generator cleans up)
                # The traceback's frames are httpx's and hold the key.
                error = raised.with_traceback(None)

    async def close(self) -> None:
        """Closes the connections."""
        self._is_closed = True
        client = self._clients.get()
        if client:
            await client.aclose()

    async def _perform(self, effect: Effect) -> Any:
        match effect:
            case SendRequest() | OpenStream() | ReadStream():
                return await self._on_the_network(effect)
            case Sleep(seconds):
                return await self._sleep(seconds)
            case WaitForEvent(event, seconds):
                return await _within(seconds, event.wait())
            case CloseStream(stream):
                with anyio.CancelScope(shield=True):
                    await stream.chunks.aclose()
                    return await stream.response.aclose()
            case AskForKey(function):
                return Secret(await _settled(function()))
            case CallFunction(function, arguments):
                return await _settled(function(*arguments))
            case _:
                raise AssertionError(effect)

    async def _on_the_network(self, effect: SendRequest | OpenStream | ReadStream) -> Any:
        failure: Exception
        http = self._http  # before the time limit starts: making it reads certificates
        try:
            return await _within(effect.seconds, self._exchange(effect, http))
        except httpx.TimeoutException:
            failure = DeadlineExceeded()
        except NETWORK_ERRORS as error:
            failure = network_error(error, self._settings.clean)
        except RuntimeError as error:
            failure = self._misuse() or error
        raise failure

    def _misuse(self) -> ConfigurationError | None:
        """The error that a RuntimeError of httpx or of the event loop stands for, if known."""
        if self._is_closed:
            return closed_error()
        if not isinstance(self._settings.transport, httpx.AsyncHTTPTransport):
            return None
        return ConfigurationError(
            "The transport has connections that belong to another event loop."
            " Create a client with its own transport in each loop, or pass no transport."
        )

    async def _exchange(
        self, effect: SendRequest | OpenStream | ReadStream, http: httpx.AsyncClient
    ) -> Any:
        if isinstance(effect, ReadStream):
            return await anext(effect.stream.chunks, b"")
        request = limited(build(effect.request), None)
        response = await http.send(request, stream=True)
        if isinstance(effect, OpenStream):
            return _Stream(response)
        return await _read(response)

    @property
    def _http(self) -> httpx.AsyncClient:
        if self._is_closed:
            raise closed_error()
        client = self._clients.get()
        if client is None:
            client = _open(self._settings)
            self._clients.set(client)
        return client


async def _within(seconds: float | None, work: Any) -> Any:
    with anyio.move_on_after(seconds) as scope:
        return await work
    if scope.cancelled_caught:
        raise DeadlineExceeded
    return None


async def _settled(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


async def _read(response: httpx.Response) -> Response:
    try:
        await response.aread()
        return response_of(response)
    finally:
        await response.aclose()


def _open(settings: Settings) -> httpx.AsyncClient:
    if sys.platform == "emscripten" and settings.transport is None:
        from .pyodide import FetchTransport

        settings.transport = FetchTransport()
    return settings.open(httpx.AsyncClient)
