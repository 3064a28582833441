"""The options of a client and of single calls."""

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
"""An id, as the API returned it."""
Time: TypeAlias = str | datetime | date
"""A time: text as in RFC 3339, a datetime (local if it has no zone), or a date (00:00 in UTC)."""


class RequestOptions(TypedDict, total=False):
    """The options of one call. The client's options apply to all that are absent."""

    timeout: float | None
    """Seconds for each attempt, from sending to the end of the body. None: no limit."""
    total_timeout: float | None
    """Seconds for the whole call: all attempts and the waits between them. None: no limit."""
    max_retries: int
    """How many times a failed request is retried."""
    max_retry_wait: float
    """The longest wait, in seconds, to accept from the server. A longer one fails at once."""
    idempotency_key: str
    """Identifies a POST, so that it takes effect once even if it is retried. Default: a UUID."""
    headers: Mapping[str, str]
    """Headers to add to the client's. ``Authorization`` cannot be replaced."""


class FromClient(enum.Enum):
    """The default of an option of one call: the client's own option applies."""

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
    """The options that were passed to one call."""
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
        refuse_key_in("idempotency_key", idempotency_key)
        if not _matches(_IDEMPOTENCY_KEY, idempotency_key):
            raise ArgumentError(
                "idempotency_key must be text of 1 to 255 visible ASCII characters, such as"
                " str(uuid.uuid4())."
            )
        options["idempotency_key"] = idempotency_key
    if headers is not None:
        options["headers"] = headers
    return options


_set = object.__setattr__


@dataclass(frozen=True)
class Limits:
    """The time limits and retries of a client or a call."""

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
        """These limits, overridden by those of one call."""
        names = ("timeout", "total_timeout", "max_retries", "max_retry_wait")
        own = {name: options[name] for name in names if name in options}  # type: ignore[literal-required]  # the names of both
        return replace(self, **own) if own else self


_IDEMPOTENCY_KEY = re.compile(r"[!-~]{1,255}")
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t -~]*")


def checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers by lower-case name. Raises an ArgumentError for headers that HTTP cannot carry."""
    if is_mapping(headers) and all(
        _matches(_NAME, name) and _matches(_VALUE, text) for name, text in headers.items()
    ):
        given = {name.lower(): text for name, text in headers.items()}
        for name, text in given.items():
            if name != "authorization":  # ignored: the client sets its own
                refuse_key_in(f"The header {redact(name)}", [name, text])
        return given
    # The message does not quote the headers: a value may be a secret.
    raise ArgumentError("headers must map names to values, both ASCII text without line breaks.")


def _matches(pattern: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and pattern.fullmatch(text) is not None


_LONGEST = 1e9
"""About 30 years. The timers of some systems overflow beyond that."""


def finite(seconds: float | None) -> float | None:
    """A limit in seconds; None for no limit (None, 0, infinite, or longer than any timer)."""
    return seconds if seconds and seconds < _LONGEST else None
