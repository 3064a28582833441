"""What the hooks of a client, such as ``on_request``, are called with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .exceptions import Attempt
from .responses import Headers


@dataclass(frozen=True)
class RequestInfo:
    """An attempt that is about to be sent."""

    method: str
    url: str
    attempt: int
    """1 for the first."""
    headers: dict[str, str]
    """Hooks may add headers, such as ``traceparent``. The API key is not among them."""


@dataclass(frozen=True)
class ResponseInfo:
    """An attempt with a response."""

    method: str
    url: str
    attempt: int
    status: int
    headers: Headers
    request_id: str | None
    duration: float
    """In seconds, to the end of the body."""


@dataclass(frozen=True)
class ErrorInfo:
    """An attempt without a response."""

    method: str
    url: str
    attempt: int
    error: BaseException
    """A ``ConnectionError`` or a ``TimeoutError`` of this package; or what ended the call from
    outside, such as ``asyncio.CancelledError`` or ``KeyboardInterrupt``."""
    duration: float
    """In seconds."""


@dataclass(frozen=True)
class RetryInfo:
    """A failed attempt, before the next one."""

    method: str
    url: str
    attempt: int
    failed: Attempt
    wait: float
    """Seconds until the next attempt."""


@dataclass(frozen=True)
class Hooks:
    """Functions of the program. An exception that one raises ends the call."""

    on_request: Callable[[RequestInfo], Any] | None = None
    on_response: Callable[[ResponseInfo], Any] | None = None
    on_error: Callable[[ErrorInfo], Any] | None = None
    on_retry: Callable[[RetryInfo], Any] | None = None


__all__ = ["ErrorInfo", "RequestInfo", "ResponseInfo", "RetryInfo"]
