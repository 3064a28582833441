"""The options of a client, and of single calls."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias, TypedDict
from uuid import UUID

from ._api_key import redact
from ._inputs import SECONDS, not_negative, seconds
from ._json_types import is_mapping
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


class FromClient(enum.Enum):
    """The default of an option of one call: what the client does."""

    FROM_CLIENT = enum.auto()

    def __repr__(self) -> str:
        return self.name


FROM_CLIENT = FromClient.FROM_CLIENT


def request_options(
    *,
    timeout: float | FromClient | None = FROM_CLIENT,
    total_timeout: float | FromClient | None = FROM_CLIENT,
    max_retries: int | None = None,
    max_retry_wait: float | None = None,
    idempotency_key: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> RequestOptions:
    """The options of one call, without those that are the client's."""
    options: RequestOptions = {}
    if not isinstance(timeout, FromClient):
        options["timeout"] = timeout
    if not isinstance(total_timeout, FromClient):
        options["total_timeout"] = total_timeout
    if max_retries is not None:
        options["max_retries"] = max_retries
    if max_retry_wait is not None:
        options["max_retry_wait"] = max_retry_wait
    if idempotency_key is not None:
        options["idempotency_key"] = idempotency_key
    if headers is not None:
        options["headers"] = headers
    return options


_set = object.__setattr__


@dataclass(frozen=True)
class Limits:
    """How long and how often a client tries."""

    timeout: float | None = 60.0
    total_timeout: float | None = None
    max_retries: int = 2
    max_retry_wait: float = 60.0

    def __post_init__(self) -> None:
        _set(self, "timeout", seconds("timeout", self.timeout))
        _set(self, "total_timeout", seconds("total_timeout", self.total_timeout))
        wait = not_negative("max_retry_wait", self.max_retry_wait, SECONDS)
        _set(self, "max_retry_wait", wait)
        retries = not_negative("max_retries", self.max_retries, "a whole number, 0 or more")
        if retries % 1 != 0:
            raise ArgumentError("max_retries must be a whole number, 0 or more.")
        _set(self, "max_retries", retries)

    def but(self, options: RequestOptions) -> Limits:
        """These limits, with those of one call in their place."""
        names = ("timeout", "total_timeout", "max_retries", "max_retry_wait")
        own = {name: options[name] for name in names if name in options}  # type: ignore[literal-required]  # the names of both
        return replace(self, **own) if own else self


_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t -~]*")


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers by their names in lower case. Raises an ArgumentError for what HTTP cannot carry."""
    if is_mapping(headers) and all(
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


_LONGEST = 1e9
"""Past some 30 years, the timers of some systems overflow."""


def finite(seconds: float | None) -> float | None:
    """A limit; None where there is none (None, 0, infinite, or longer than any timer)."""
    return seconds if seconds and seconds < _LONGEST else None
