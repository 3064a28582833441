"""Limits how many requests a client has in flight, based on rate limit headers."""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Callable, Mapping
from typing import Any

from ._fork import reset_after_fork
from ._timing import number, retry_after
from .runtime import Runtime


class RateLimiter:
    """Limits how many requests of a client are in flight.

    No more requests are in flight than the last response said are left, in the account's bucket or
    the key's own, whichever has fewer. With none left, requests wait until the bucket has one
    again. A 429 counts as none left. If responses have no rate limit headers, one request is sent
    after a 429, and twice as many after each response. The limiter never waits itself: it returns
    what to wait for.
    """

    def __init__(self, runtime: Runtime, new_event: Callable[[], Any]) -> None:
        self._runtime = runtime
        self._new_event = new_event
        self._lock = threading.Lock()
        self._waiting: list[Any] = []
        self._opens_at = -math.inf
        self._in_flight = 0
        self._max_in_flight = math.inf
        self._updated_at = -math.inf
        reset_after_fork(self)

    def reset_in_child(self) -> None:
        """Forgets the requests of the parent's threads, which do not exist in the child."""
        self._lock = threading.Lock()
        self._waiting = []
        self._in_flight = 0

    def acquire(self) -> float | Any | None:
        """Returns None if the request may be sent; call :meth:`release` after it.

        Otherwise returns seconds or an event to wait for. Then call this again.
        """
        with self._lock:
            wait = self._opens_at - self._runtime.now()
            if wait > 0:
                return wait
            if self._in_flight < self._max_in_flight:
                self._in_flight += 1
                return None
            event = self._new_event()
            self._waiting.append(event)
            return event

    def update(
        self, status: int, headers: Mapping[str, str], sent_at: float, longest: float
    ) -> None:
        """Reads the headers of a response. Ignores a wait of more than ``longest`` seconds."""
        now = self._runtime.now()
        remaining = 0 if status == 429 else number(headers.get("x-ratelimit-remaining"))
        with self._lock:
            guessed = self._max_in_flight * (2 if status < 500 else 1)
            left = guessed if remaining is None else remaining
            # Responses can arrive out of order: this one may be older than the last.
            if sent_at >= self._updated_at or left < self._max_in_flight:
                self._max_in_flight = max(1, left)
                self._updated_at = now
            if left > 0:
                return
            wait = retry_after(headers, self._runtime.wall) if status == 429 else None
            if wait is None:
                wait = _refill(headers)
            if wait <= longest:
                self._opens_at = max(self._opens_at, now + wait)

    def release(self) -> None:
        """Call this when a request has ended, with a response or without."""
        with self._lock:
            self._in_flight = max(0, self._in_flight - 1)  # a hook may have forked
            waiting, self._waiting = self._waiting, []
        for event in waiting:
            event.set()


def _refill(headers: Mapping[str, str]) -> float:
    """Seconds until the bucket that ``X-RateLimit-*`` describe has a request again.

    This is the account's bucket or the key's own: the limit tells which policy applies.
    ``X-RateLimit-Reset`` is not used, because it depends on the server's clock.
    """
    limit = number(headers.get("x-ratelimit-limit")) or 1
    policy = re.search(rf";q={limit:.0f};w=([0-9]+)", headers.get("ratelimit-policy") or "")
    full = policy or re.search(r";\s*t=([0-9]+)", headers.get("ratelimit") or "")
    return (number(full[1] if full else None) or 0.0) / limit
