"""Effects: what the client asks a session to do, such as send a request or sleep.

Retries, lists, waits and downloads are generators that yield effects, so each is written once for
both clients. ``_session`` performs the effects by blocking, ``_async_session`` by awaiting.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from ._secret import Secret
from .responses import Response

T = TypeVar("T")
Effects = Generator["Effect", Any, T]
"""A generator that yields effects, gets their results, and returns a T."""


@dataclass(frozen=True)
class Request:
    """A request. The session adds the key."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None = None
    key: Secret | None = None
    """Sent as ``Authorization``; None for a request without a key."""


class DeadlineExceeded(Exception):
    """The time limit of an effect has passed."""


class NetworkError(Exception):
    """There was no response, or it broke off. The message contains no key."""

    def __init__(self, message: str, *, not_sent: bool = False) -> None:
        super().__init__(message)
        self.not_sent = not_sent
        """True if there was no connection: the server has not received the request."""


class Effect:
    """Something that a session does for a generator."""


@dataclass(frozen=True)
class Sleep(Effect):
    """Waits for some seconds."""

    seconds: float


@dataclass(frozen=True)
class WaitForEvent(Effect):
    """Waits for an event of the rate limiter, for at most ``seconds``."""

    event: Any
    seconds: float | None


@dataclass(frozen=True)
class SendRequest(Effect):
    """Sends a request and reads the :class:`Response`, within ``seconds``."""

    request: Request
    seconds: float | None


@dataclass(frozen=True)
class OpenStream(Effect):
    """Sends a request. The result is a stream, whose body has not been read."""

    request: Request
    seconds: float | None


@dataclass(frozen=True)
class ReadStream(Effect):
    """Reads the next bytes of a stream; empty at its end."""

    stream: Any
    seconds: float | None


@dataclass(frozen=True)
class CloseStream(Effect):
    """Closes a stream."""

    stream: Any


@dataclass(frozen=True)
class CallFunction(Effect):
    """Calls a function of the program, and awaits its result if it is awaitable."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True)
class AskForKey(Effect):
    """Calls the function that returns the key. The result is a :class:`Secret`."""

    function: Callable[[], Any]


def sleep(seconds: float) -> Effects[None]:
    """Waits for some seconds."""
    yield Sleep(seconds)


def send(request: Request, seconds: float | None) -> Effects[Response]:
    """Sends a request. Raises :class:`DeadlineExceeded` or :class:`NetworkError`."""
    response = yield SendRequest(request, seconds)
    return cast("Response", response)


def read(stream: Any, seconds: float | None) -> Effects[bytes]:
    """The next bytes of a stream; empty at its end."""
    chunk = yield ReadStream(stream, seconds)
    return cast("bytes", chunk)
