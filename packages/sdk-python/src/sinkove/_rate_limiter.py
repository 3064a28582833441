"""Limits how many requests a client has in flight, by what responses say of the rate limit."""

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
    """Limits the requests of a client that are in flight.

    At most as many requests are in flight as the last response said are left, in the account's
    bucket or the key's own, whichever has fewer. With none left, requests wait until the bucket has
    one again. A 429 counts as none left. If responses give no number, one request is sent after a
    429, and twice as many with each response. The limiter never waits itself: it returns what to
    wait for.
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
        """Forgets the requests of the parent's threads, which the child does not have."""
        self._lock = threading.Lock()
        self._waiting = []
        self._in_flight = 0

    def acquire(self) -> float | Any | None:
        """None: send the request, then :meth:`release`. A number: seconds to wait. Else an event.

        Waiters call it again.
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
        """Reads a response. Ignores a wait of more than ``longest`` seconds."""
        now = self._runtime.now()
        remaining = 0 if status == 429 else number(headers.get("x-ratelimit-remaining"))
        with self._lock:
            guessed = self._max_in_flight * (2 if status < 500 else 1)
            left = guessed if remaining is None else remaining
            # Responses overtake each other: this one may be older than the last.
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
        """A request has ended, with a response or without."""
        with self._lock:
            self._in_flight = max(0, self._in_flight - 1)  # a hook may have forked
            waiting, self._waiting = self._waiting, []
        for event in waiting:
            event.set()


def _refill(headers: Mapping[str, str]) -> float:
    """Seconds until the bucket that ``X-RateLimit-*`` describe has a request again.

    It is the account's or the key's own, whose policy is the one with that limit.
    ``X-RateLimit-Reset`` goes by the clock of the server.
    """
    limit = number(headers.get("x-ratelimit-limit")) or 1
    policy = re.search(rf";q={limit:.0f};w=([0-9]+)", headers.get("ratelimit-policy") or "")
    full = policy or re.search(r";\s*t=([0-9]+)", headers.get("ratelimit") or "")
    return float(full[1] if full else 0) / limit
