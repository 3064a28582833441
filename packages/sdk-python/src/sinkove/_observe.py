"""Tells hooks and the log of what goes on."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ._flow import Call, Flow, Headers, Response
from .exceptions import Attempt

logger = logging.getLogger("sinkove")


@dataclass(frozen=True)
class RequestInfo:
    """An attempt that is about to be sent."""

    method: str
    url: str
    attempt: int
    """1 for the first."""
    headers: dict[str, str]
    """May be added to, a ``traceparent`` for example. The key is added later, and is not here."""


@dataclass(frozen=True)
class ResponseInfo:
    """An attempt that was answered."""

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
    """An attempt that was not answered."""

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
    """An attempt that failed and will be made again."""

    method: str
    url: str
    attempt: int
    failed: Attempt
    wait: float
    """Seconds until the next."""


@dataclass(frozen=True)
class Hooks:
    """Functions of the program; what they raise ends the call."""

    on_request: Callable[[RequestInfo], Any] | None = None
    on_response: Callable[[ResponseInfo], Any] | None = None
    on_error: Callable[[ErrorInfo], Any] | None = None
    on_retry: Callable[[RetryInfo], Any] | None = None


class Observer:
    """Joins hooks and log. ``clean`` hides keys from whatever is told."""

    def __init__(self, hooks: Hooks, clean: Callable[[str], str]) -> None:
        self._hooks = hooks
        self._clean = clean

    def request(self, info: RequestInfo) -> Flow[None]:
        """An attempt is about to be sent."""
        if self._hooks.on_request:
            yield Call(self._hooks.on_request, (info,))

    def response(self, info: RequestInfo, response: Response, duration: float) -> Flow[None]:
        """An attempt was answered."""
        identity = response.request_id
        self._log(info, f"{response.status} in {duration * 1000:.0f} ms, request {identity}")
        if self._hooks.on_response:
            where = (info.method, info.url, info.attempt)
            told = ResponseInfo(*where, response.status, response.headers, identity, duration)
            yield Call(self._hooks.on_response, (told,))

    def error(self, info: RequestInfo, error: BaseException, duration: float) -> Flow[None]:
        """An attempt was not answered."""
        self._log(info, f"{str(error) or type(error).__name__} ({duration * 1000:.0f} ms)")
        if self._hooks.on_error:
            told = ErrorInfo(info.method, info.url, info.attempt, error, duration)
            yield Call(self._hooks.on_error, (told,))

    def retry(self, info: RequestInfo, failed: Attempt, wait: float) -> Flow[None]:
        """An attempt failed and will be made again."""
        self._log(info, f"{failed.error or failed.status}; again in {wait * 1000:.0f} ms")
        if self._hooks.on_retry:
            told = RetryInfo(info.method, info.url, info.attempt, failed, wait)
            yield Call(self._hooks.on_retry, (told,))

    def _log(self, info: RequestInfo, what: str) -> None:
        if logger.isEnabledFor(logging.DEBUG):
            logger.debug("%s", self._clean(f"{info.method} {info.url} #{info.attempt} {what}"))


def log_to_terminal_if_asked() -> None:
    """``SINKOVE_LOG=debug``: each attempt in a line on standard error."""
    if os.environ.get("SINKOVE_LOG", "").strip().lower() != "debug" or logger.handlers:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("[sinkove] %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
