"""The rate limit of an account or a key, read from response headers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone


@dataclass(frozen=True)
class RateLimit:
    """The rate limit in the last response.

    All API keys of an account share its limit; a key may also have a smaller limit of its own.
    This describes the limit with fewer requests left.
    """

    limit: int
    """How many requests the bucket holds when it is full."""
    remaining: int
    """How many requests are left."""
    reset_at: datetime | None
    """When the bucket is full again."""


def rate_limit_of(headers: Mapping[str, str]) -> RateLimit | None:
    """Reads ``X-RateLimit-*``; None if they are absent or invalid."""
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


__all__ = ["RateLimit"]
