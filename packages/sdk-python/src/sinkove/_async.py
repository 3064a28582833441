"""Carries out effects by awaiting, on asyncio or trio."""

from __future__ import annotations

import inspect
import sys
from collections.abc import AsyncIterator
from typing import Any, TypeVar

import anyio
import httpx
from anyio.lowlevel import RunVar

from ._flow import (
    Ask,
    Broken,
    Call,
    Close,
    Effect,
    Expired,
    Fetch,
    Flow,
    Headers,
    Open,
    Pass,
    Read,
    Response,
    Sleep,
)
from ._http import BROKEN, Settings, build, closed_error, headers_of, limited, response_of, words_of
from ._runtime import Runtime
from ._secret import Sealed
from .exceptions import ConfigurationError

T = TypeVar("T")


class _Stream:
    def __init__(self, response: httpx.Response) -> None:
        self.status = response.status_code
        self.headers: Headers = headers_of(response)
        self.response = response
        self.chunks = response.aiter_raw()
        if response.is_stream_consumed:  # a transport that was passed in may have read it all
            self.chunks = _once(response.content)


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body


class AsyncShell:
    """Runs flows in the task that asks for it."""

    new_event = anyio.Event

    def __init__(self, settings: Settings, runtime: Runtime) -> None:
        self._settings = settings
        self._sleep = runtime.sleep or anyio.sleep
        self._is_closed = False
        settings.require_transport(httpx.AsyncBaseTransport)
        # Connections belong to the event loop that opened them; each loop has its own. So has a
        # child of a fork, which never runs the loop of its parent.
        self._clients: RunVar[httpx.AsyncClient | None] = RunVar("sinkove_client", None)

    async def run(self, flow: Flow[T]) -> T:
        """What the flow returns or raises."""
        answer: Any = None
        error: BaseException | None = None
        while True:
            try:
                effect = flow.send(answer) if error is None else flow.throw(error)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]  # as Flow says
            try:
                answer, error = await self._carry_out(effect), None
            except Exception as raised:  # noqa: BLE001  (the flow decides)
                error = raised
            except BaseException as raised:  # noqa: BLE001  (a cancellation: the flow cleans up)
                # The frames that it came through are httpx's, and hold the key.
                error = raised.with_traceback(None)

    async def close(self) -> None:
        """Closes the connections."""
        self._is_closed = True
        client = self._clients.get()
        if client:
            await client.aclose()

    async def _carry_out(self, effect: Effect) -> Any:
        match effect:
            case Fetch() | Open() | Read():
                return await self._on_the_network(effect)
            case Sleep(seconds):
                return await self._sleep(seconds)
            case Pass(event, seconds):
                return await _within(seconds, event.wait())
            case Close(stream):
                with anyio.CancelScope(shield=True):
                    await stream.chunks.aclose()
                    return await stream.response.aclose()
            case Ask(function):
                return Sealed(await _settled(function()))
            case Call(function, arguments):
                return await _settled(function(*arguments))
            case _:
                raise AssertionError(effect)

    async def _on_the_network(self, effect: Fetch | Open | Read) -> Any:
        failure: Exception
        http = self._http  # made before the time begins: it reads certificates
        try:
            return await _within(effect.seconds, self._exchange(effect, http))
        except httpx.TimeoutException:
            failure = Expired()
        except BROKEN as error:
            failure = Broken(words_of(error, self._settings.clean))
        except RuntimeError as error:
            failure = self._misuse() or error
        raise failure

    def _misuse(self) -> ConfigurationError | None:
        """What a RuntimeError of httpx or of the event loop stands for."""
        if self._is_closed:
            return closed_error()
        if not isinstance(self._settings.transport, httpx.AsyncHTTPTransport):
            return None
        return ConfigurationError(
            "The transport that was passed in has connections of another event loop."
            " Make a client with a transport of its own in each loop, or pass no transport."
        )

    async def _exchange(self, effect: Fetch | Open | Read, http: httpx.AsyncClient) -> Any:
        if isinstance(effect, Read):
            return await anext(effect.stream.chunks, b"")
        request = limited(build(effect.request), None)
        response = await http.send(request, stream=True)
        if isinstance(effect, Open):
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
        raise Expired
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
