"""What the client does, without saying how: generators that yield effects.

Retries, lists, waits and downloads are written once, as such generators. ``_sync`` carries the
effects out by blocking, ``_async`` by awaiting; neither knows anything else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from ._secret import Sealed

T = TypeVar("T")
Flow = Generator["Effect", Any, T]


class Headers(dict[str, str]):
    """Headers by their lower-case names."""

    def __init__(self, items: Mapping[str, str] | None = None) -> None:
        super().__init__({name.lower(): value for name, value in (items or {}).items()})

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a header, whose name may be in any case."""
        return super().get(name.lower(), default)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())


@dataclass(frozen=True)
class Request:
    """What is put on the wire, besides the key."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None = None
    key: Sealed | None = None
    """Sent as ``Authorization``; None where there is none."""


@dataclass(frozen=True)
class Response:
    """What came back, as :meth:`with_response` hands it out."""

    status: int
    headers: Headers = field(repr=False)
    body: bytes = field(repr=False)

    @cached_property
    def data(self) -> Any:
        """The body as JSON. Raises a ValueError or a RecursionError where it is none."""
        return json.loads(self.body)

    @property
    def request_id(self) -> str | None:
        """The id by which the service's log knows the request."""
        return cast("str | None", self.headers.get("x-request-id"))


class Expired(Exception):
    """The time that an effect was given ran out."""


class Broken(Exception):
    """There was no answer, or it broke off. Its message holds no key."""


class Effect:
    """Something that takes time or touches the world."""


@dataclass(frozen=True)
class Sleep(Effect):
    """Waits; the answer is None."""

    seconds: float


@dataclass(frozen=True)
class Pass(Effect):
    """Waits for an event of the gate, for at most ``seconds``."""

    event: Any
    seconds: float | None


@dataclass(frozen=True)
class Fetch(Effect):
    """Sends a request; the answer is a :class:`Response`. ``seconds`` cover the body too."""

    request: Request
    seconds: float | None


@dataclass(frozen=True)
class Open(Effect):
    """Sends a request; the answer is a stream, whose body has not been read."""

    request: Request
    seconds: float | None


@dataclass(frozen=True)
class Read(Effect):
    """Reads some bytes of a stream's body; none at its end."""

    stream: Any
    seconds: float | None


@dataclass(frozen=True)
class Close(Effect):
    """Leaves a stream."""

    stream: Any


@dataclass(frozen=True)
class Call(Effect):
    """Calls a function of the program's; the answer is what it returns, awaited if need be."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Ask(Effect):
    """Calls a function that gives a key; the answer is sealed."""

    function: Callable[[], Any]


def sleep(seconds: float) -> Flow[None]:
    """Waits."""
    yield Sleep(seconds)


def fetch(request: Request, seconds: float | None) -> Flow[Response]:
    """Sends a request, and reads the whole answer. Raises :class:`Expired` or :class:`Broken`."""
    response = yield Fetch(request, seconds)
    return cast("Response", response)


def read(stream: Any, seconds: float | None) -> Flow[bytes]:
    """Some bytes of a stream's body; none at its end."""
    chunk = yield Read(stream, seconds)
    return cast("bytes", chunk)
