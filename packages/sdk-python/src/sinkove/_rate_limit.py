"""The rate limit as of the last response, and the gate that all requests pass."""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ._fork import renew_after_fork
from ._runtime import Runtime
from ._timing import number, retry_after


@dataclass(frozen=True)
class RateLimit:
    """The rate limit as of the last response.

    All API keys of an account share its limit; a key may also have a smaller one of its own. This
    describes the one with fewer requests left.
    """

    limit: int
    """How many requests the bucket holds when it is full."""
    remaining: int
    """How many requests are left."""
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

    It lets no more requests be under way than the last response said are left, in the account's
    bucket or the key's own, whichever has fewer left. With none left it is closed until there is
    one. A 429 counts as none left; if responses give no number, one request goes first after it,
    and twice as many with each response. It never waits itself: it says what to wait for.
    """

    def __init__(self, runtime: Runtime, new_event: Callable[[], Any]) -> None:
        self._runtime = runtime
        self._new_event = new_event
        self._lock = threading.Lock()
        self._waiting: list[Any] = []
        self._opens_at = -math.inf
        self._in_flight = 0
        self._at_once = math.inf
        self._told_at = -math.inf
        renew_after_fork(self)

    def renew_in_child(self) -> None:
        """Forgets the requests of the parent's threads, which the child does not have."""
        self._lock = threading.Lock()
        self._waiting = []
        self._in_flight = 0

    def admit(self) -> float | Any | None:
        """None: come in, and :meth:`leave`; a number: seconds to wait; else an event to wait for.

        Whoever has waited asks again.
        """
        with self._lock:
            wait = self._opens_at - self._runtime.now()
            if wait > 0:
                return wait
            if self._in_flight < self._at_once:
                self._in_flight += 1
                return None
            event = self._new_event()
            self._waiting.append(event)
            return event

    def learn(
        self, status: int, headers: Mapping[str, str], sent_at: float, longest: float
    ) -> None:
        """A request was answered. A wait of more than ``longest`` is left to the server."""
        now = self._runtime.now()
        told = 0 if status == 429 else number(headers.get("x-ratelimit-remaining"))
        with self._lock:
            untold = self._at_once * (2 if status < 500 else 1)
            left = untold if told is None else told
            # Answers overtake each other: one asked for before the last news may be older.
            if sent_at >= self._told_at or left < self._at_once:
                self._at_once = max(1, left)
                self._told_at = now
            if left > 0:
                return
            wait = retry_after(headers, self._runtime.wall) if status == 429 else None
            if wait is None:
                wait = _refill(headers)
            if wait <= longest:
                self._opens_at = max(self._opens_at, now + wait)

    def leave(self) -> None:
        """A request was answered, or failed."""
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
