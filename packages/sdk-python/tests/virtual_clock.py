"""A clock that skips waits, and transports that tell the server its time."""

from __future__ import annotations

import asyncio
import threading
import time

import httpx

import sinkove

_PATIENCE = 10.0


class Clock:
    """A clock that skips all waits of the SDK, while sockets are real."""

    def __init__(self, concurrency: int, *, skips: bool) -> None:
        self._skipped = 0.0
        self._lock = threading.Lock()
        self._skips = skips
        # Calls that must wait sleep together, however long it takes to answer all of them. A call
        # that has slept once, or has ended, no longer counts.
        self._awake = concurrency

    def now(self) -> float:
        return time.monotonic() + self._skipped

    def sleep(self, seconds: float) -> None:
        if not self._skips:
            return time.sleep(seconds)
        until = self._fall_asleep(seconds)
        while self._is_early(until - seconds):
            time.sleep(0.002)
        return self._skip_to(until)

    async def sleep_async(self, seconds: float) -> None:
        if not self._skips:
            return await asyncio.sleep(seconds)
        until = self._fall_asleep(seconds)
        while self._is_early(until - seconds):  # noqa: ASYNC110  (waits in virtual time)
            await asyncio.sleep(0.002)
        return self._skip_to(until)

    def _fall_asleep(self, seconds: float) -> float:
        with self._lock:
            self._awake -= 1
            return self.now() + seconds

    def end(self) -> None:
        """Records that a call has ended."""
        with self._lock:
            self._awake -= 1

    def _is_early(self, since: float) -> bool:
        return self._awake > 0 and self.now() - since < _PATIENCE

    def _skip_to(self, until: float) -> None:
        with self._lock:
            self._skipped += max(0.0, until - self.now())

    def stamp(self, request: httpx.Request) -> None:
        request.headers.setdefault("x-client-time", f"{self.now() * 1000:.3f}")

    def stamp_attempt(self, info: sinkove.RequestInfo) -> None:
        """Called before the attempt's time limit begins. Downloads are stamped when sent."""
        info.headers["x-client-time"] = f"{self.now() * 1000:.3f}"


class Transport(httpx.HTTPTransport):
    """httpx's transport, which also sends the virtual time to the server."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._clock.stamp(request)
        return super().handle_request(request)


class AsyncTransport(httpx.AsyncHTTPTransport):
    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._clock.stamp(request)
        return await super().handle_async_request(request)
