"""Reports each attempt to the hooks and the log."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable

from ._effects import CallFunction, Effects
from .exceptions import Attempt
from .hooks import ErrorInfo, Hooks, RequestInfo, ResponseInfo, RetryInfo
from .responses import Response

logger = logging.getLogger("sinkove")


class Observer:
    """Calls hooks and writes the log. ``clean`` removes keys from log lines."""

    def __init__(self, hooks: Hooks, clean: Callable[[str], str]) -> None:
        self._hooks = hooks
        self._clean = clean

    def request(self, info: RequestInfo) -> Effects[None]:
        """Reports an attempt before it is sent."""
        if self._hooks.on_request:
            yield CallFunction(self._hooks.on_request, (info,))

    def response(self, info: RequestInfo, response: Response, duration: float) -> Effects[None]:
        """Reports a response."""
        identity = response.request_id
        self._log(info, f"{response.status} in {duration * 1000:.0f} ms, request {identity}")
        if self._hooks.on_response:
            where = (info.method, info.url, info.attempt)
            event = ResponseInfo(*where, response.status, response.headers, identity, duration)
            yield CallFunction(self._hooks.on_response, (event,))

    def error(self, info: RequestInfo, error: BaseException, duration: float) -> Effects[None]:
        """Reports an attempt that ended without a response."""
        self._log(info, f"{str(error) or type(error).__name__} ({duration * 1000:.0f} ms)")
        if self._hooks.on_error:
            event = ErrorInfo(info.method, info.url, info.attempt, error, duration)
            yield CallFunction(self._hooks.on_error, (event,))

    def retry(self, info: RequestInfo, failed: Attempt, wait: float) -> Effects[None]:
        """Reports that a failed attempt will be retried."""
        self._log(info, f"{failed.error or failed.status}; retry in {wait * 1000:.0f} ms")
        if self._hooks.on_retry:
            event = RetryInfo(info.method, info.url, info.attempt, failed, wait)
            yield CallFunction(self._hooks.on_retry, (event,))

    def _log(self, info: RequestInfo, what: str) -> None:
        if logger.isEnabledFor(logging.DEBUG):
            logger.debug("%s", self._clean(f"{info.method} {info.url} #{info.attempt} {what}"))


class _Terminal(logging.Handler):
    """Writes to what is standard error now: pytest and notebooks replace it."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]  (pythonw)
                sys.stderr.write(f"{self.format(record)}\n")
        except Exception:  # noqa: BLE001  (as in logging.StreamHandler)
            self.handleError(record)


def log_to_terminal_if_asked() -> None:
    """Logs each attempt to standard error if ``SINKOVE_LOG`` is ``debug``."""
    if os.environ.get("SINKOVE_LOG", "").strip().lower() != "debug" or logger.handlers:
        return
    handler = _Terminal()
    handler.setFormatter(logging.Formatter("[sinkove] %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
