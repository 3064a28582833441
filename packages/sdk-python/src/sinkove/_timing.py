"""When to retry a request: pure functions that take time and random numbers as arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timezone
from email.utils import parsedate_to_datetime

FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 8.0
_LARGEST = 1e9
"""As seconds, about 30 years. Timers overflow, and integers cannot hold infinity."""
_NUMBER = re.compile(r"\s*[0-9]+(\.[0-9]+)?\s*")
_RETRYABLE = frozenset((408, 429, 500, 502, 503, 504))


def is_retryable(status: int) -> bool:
    """Whether a status may be temporary (RFC 9110; RFC 6585 for 429)."""
    return status in _RETRYABLE


def backoff(retry: int, random: Callable[[], float]) -> float:
    """A delay in seconds with full jitter: from 0 to a maximum that doubles with each retry."""
    return random() * min(LONGEST_BACKOFF, FIRST_BACKOFF * 2.0 ** min(retry, 16))


def retry_after(headers: Mapping[str, str], wall: Callable[[], float]) -> float | None:
    """How long the server asks to wait, in seconds (RFC 9110, section 10.2.3).

    Reads ``retry-after-ms``, or ``Retry-After`` in seconds or as a date. A date is compared with
    the server's own ``Date``, so that a wrong clock here does not matter.
    """
    milliseconds = number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = number(value)
    if seconds is not None:
        return seconds
    until = _date(value)
    if until is None:
        return None
    now = _date(headers.get("date"))
    return min(max(0.0, until - (wall() if now is None else now)), _LARGEST)


def number(text: str | None) -> float | None:
    """A number from 0 to 1e9, or 1e9 for a larger one; None for any other text."""
    return min(float(text), _LARGEST) if text and _NUMBER.fullmatch(text) else None


def _date(text: str | None) -> float | None:
    if not text or not re.match(r"\s*[A-Za-z]{3,9},? .*\d\d:\d\d:\d\d", text):
        return None
    try:
        date = parsedate_to_datetime(text)
        return (date if date.tzinfo else date.replace(tzinfo=timezone.utc)).timestamp()
    except (ValueError, OverflowError):
        return None
