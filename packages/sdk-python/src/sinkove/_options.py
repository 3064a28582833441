"""What a client, or one call, can be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias, TypedDict
from uuid import UUID

from ._api_key import redact
from ._misplaced_key import refuse_key_in
from .exceptions import ArgumentError

Id: TypeAlias = str | UUID
"""An id, as the API gave it."""
Time: TypeAlias = str | datetime | date
"""A moment: text as in RFC 3339, a datetime (without a zone: local), or a date (00:00 in UTC)."""


class RequestOptions(TypedDict, total=False):
    """Options of one call; those that are absent are the client's."""

    timeout: float | None
    """Seconds for each attempt, from sending to the end of the body. None: no limit."""
    total_timeout: float | None
    """Seconds for the whole call: all attempts and the waits between them. None: no limit."""
    max_retries: int
    """How often a request is sent again."""
    max_retry_wait: float
    """The longest wait, in seconds, that the server may ask for; past it the call fails at once."""
    idempotency_key: str
    """Names a POST, so that it is done once however often it is sent. Default: a random UUID."""
    headers: Mapping[str, str]
    """Sent besides the client's own; ``Authorization`` is not among what can be replaced."""


@dataclass(frozen=True)
class Limits:
    """How long and how often a client tries."""

    timeout: float | None = 60.0
    total_timeout: float | None = None
    max_retries: int = 2
    max_retry_wait: float = 60.0

    def __post_init__(self) -> None:
        require_seconds("timeout", self.timeout)
        require_seconds("total_timeout", self.total_timeout)
        if not _is_limit(self.max_retry_wait):
            raise ArgumentError("max_retry_wait must be a number of seconds, 0 or more.")
        if not _is_limit(self.max_retries) or self.max_retries % 1 > 0:
            raise ArgumentError("max_retries must be a number that is whole, 0 or more.")

    def but(self, options: RequestOptions) -> Limits:
        """These limits, with those of one call in their place."""
        unknown = sorted(options.keys() - RequestOptions.__annotations__.keys())
        if unknown:
            raise ArgumentError(f"A call has no option {', '.join(unknown)}.")
        names = ("timeout", "total_timeout", "max_retries", "max_retry_wait")
        own = {name: options[name] for name in names if name in options}  # type: ignore[literal-required]  # the names of both
        return replace(self, **own) if own else self


_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t -~]*")


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers by their names in lower case. Raises an ArgumentError for what HTTP cannot carry."""
    if isinstance(headers, Mapping) and all(
        _matches(_NAME, name) and _matches(_VALUE, text) for name, text in headers.items()
    ):
        given = {name.lower(): text for name, text in headers.items()}
        for name, text in given.items():
            if name != "authorization":  # left out: the client writes its own
                refuse_key_in(f"The header {redact(name)}", [name, text])
        return given
    # Not repeated here: a value may be a secret.
    raise ArgumentError("headers must be texts of ASCII, each in one line, by their names.")


def _matches(pattern: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and pattern.fullmatch(text) is not None


def require_seconds(name: str, value: float | None) -> None:
    """Raises an ArgumentError for what is neither a limit nor None."""
    if value is not None and not _is_limit(value):
        raise ArgumentError(f"{name} must be a number of seconds, 0 or more.")


def _is_limit(value: object) -> bool:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and value >= 0  # type: ignore[operator]  # of a number


_LONGEST = 1e9
"""Past some 30 years, the timers of some systems overflow."""


def finite(seconds: float | None) -> float | None:
    """A limit; None where there is none (None, 0, infinite, or longer than any timer)."""
    return seconds if seconds and seconds < _LONGEST else None
