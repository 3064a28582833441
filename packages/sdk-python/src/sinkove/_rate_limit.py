"""The rate limit: what the last answer said of it, and the gate that all requests pass."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any


@dataclass(frozen=True)
class RateLimit:
    """The state of the key's token bucket, as of the last answer (the contract's "Limits")."""

    limit: int
    """How many requests the full bucket holds."""
    remaining: int
    reset_at: datetime | None
    """When the bucket is full again."""


def rate_limit_of(headers: Mapping[str, str]) -> RateLimit | None:
    """Reads ``X-RateLimit-*``; None where they are absent or make no sense."""
    try:
        limit = int(headers["x-ratelimit-limit"])
        remaining = int(headers["x-ratelimit-remaining"])
    except (KeyError, ValueError):
        return None
    return RateLimit(limit, remaining, _time(headers.get("x-ratelimit-reset")))


def _time(text: str | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(text or ""), timezone.utc)
    except (ValueError, OverflowError, OSError):
        return None


class Gate:
    """The gate that all requests of a client pass.

    A 429 closes it for all of them; when it opens, one request goes first, and each answer that is
    not a 429 lets twice as many go, so that fifty that waited do not run into the limit together
    again. It never waits itself: it says what to wait for.
    """

    def __init__(self, now: Callable[[], float], new_event: Callable[[], Any]) -> None:
        self._now = now
        self._new_event = new_event
        self._lock = threading.Lock()
        self._waiting: list[Any] = []
        self._opens_at = -math.inf
        self._in_flight = 0
        self._at_once = math.inf

    def admit(self) -> float | Any | None:
        """None: come in, and :meth:`leave`; a number: seconds to wait; else an event to wait for.

        Whoever has waited asks again.
        """
        with self._lock:
            wait = self._opens_at - self._now()
            if wait > 0:
                return wait
            if self._in_flight < self._at_once:
                self._in_flight += 1
                return None
            event = self._new_event()
            self._waiting.append(event)
            return event

    def close(self, seconds: float) -> None:
        """Closes the gate to all for a while."""
        with self._lock:
            self._opens_at = max(self._opens_at, self._now() + seconds)
            self._at_once = 1

    def leave(self, *, was_limited: bool) -> None:
        """A request was answered, or failed."""
        with self._lock:
            self._in_flight -= 1
            if not was_limited:
                self._at_once = min(self._at_once * 2, math.inf)
            waiting, self._waiting = self._waiting, []
        for event in waiting:
            event.set()
