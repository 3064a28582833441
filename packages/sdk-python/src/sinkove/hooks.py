"""The arguments of a client's hooks, such as ``on_request``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .exceptions import ArgumentError, Attempt
from .responses import Headers


@dataclass(frozen=True)
class RequestInfo:
    """An attempt that is about to be sent."""

    method: str
    url: str
    attempt: int
    """1 for the first."""
    headers: dict[str, str]
    """Hooks may add headers, such as ``traceparent``. They do not include the API key."""


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
    """Seconds until the end of the body."""


@dataclass(frozen=True)
class ErrorInfo:
    """An attempt without a response."""

    method: str
    url: str
    attempt: int
    error: BaseException
    """A ``ConnectionError`` or a ``TimeoutError`` of this package, or the exception that cancelled
    the call, such as ``asyncio.CancelledError`` or ``KeyboardInterrupt``."""
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
    """The hooks of a client. An exception in a hook ends the call."""

    on_request: Callable[[RequestInfo], Any] | None = None
    on_response: Callable[[ResponseInfo], Any] | None = None
    on_error: Callable[[ErrorInfo], Any] | None = None
    on_retry: Callable[[RetryInfo], Any] | None = None

    def __post_init__(self) -> None:
        for name, hook in vars(self).items():
            if hook is not None and not callable(hook):
                raise ArgumentError(f"{name} must be a function, not {type(hook).__name__}.")


__all__ = ["ErrorInfo", "RequestInfo", "ResponseInfo", "RetryInfo"]
