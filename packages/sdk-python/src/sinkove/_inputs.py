"""Turns what a program passes into what is sent, or says what to pass instead.

Numbers of numpy, pandas and torch, dates, UUIDs and records are taken as they are. Errors name the
argument and never show more than a short piece of a value.
"""

from __future__ import annotations

import math
import numbers
import operator
from collections.abc import Iterable
from datetime import date, datetime, timezone
from typing import Any
from uuid import UUID

from ._api_key import redact
from ._json_types import is_mapping, is_sequence, is_set
from ._names import attribute_name
from ._record import Record
from .exceptions import ArgumentError

SECONDS = "a number of seconds, 0 or more"
_LONGEST_SHOWN = 60
_TOO_DEEP = "is nested too deeply, or contains itself"


def json_value(name: str, value: object) -> Any:
    """A value as JSON has it. Raises an ArgumentError that names the part that has no JSON."""
    try:
        return _json_value(name, value)
    except RecursionError:
        pass
    raise ArgumentError(f"{name} {_TOO_DEEP}.")


def _json_value(name: str, value: Any) -> Any:
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, (UUID, Record)):
        return id_of(name, value)
    if isinstance(value, date):
        return written_time(name, value)
    if is_mapping(value):
        return {_member(name, key): _json_value(f"{name}.{key}", value[key]) for key in value}
    if is_set(value):
        value = sorted(value, key=str)
    if is_sequence(value):
        return [_json_value(name, each) for each in value]
    if hasattr(value, "tolist"):  # numpy, pandas, torch
        return _json_value(name, value.tolist())
    number = number_of(value)
    if isinstance(number, int) or (number is not None and math.isfinite(number)):
        return number
    what = "NaN or infinite" if number is not None else f"of type {type(value).__name__}"
    raise ArgumentError(
        f"{name} is {what}, which JSON cannot represent."
        " Pass text, a finite number, a boolean, None, a list or a dictionary."
    )


def _member(name: str, key: object) -> str:
    if isinstance(key, str):
        return key
    raise ArgumentError(f"A key of {name} is of type {type(key).__name__}. Pass text.")


def query_value(name: str, value: Any) -> str:
    """A value of a query. Raises an ArgumentError for what is not a single value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (UUID, Record)):
        return id_of(name, value)
    if isinstance(value, date):
        return written_time(name, value)
    if isinstance(value, str):
        if value.isascii() or _is_unicode(value):
            return str(value)
        raise ArgumentError(f"{name} contains half of a surrogate pair. Pass valid Unicode text.")
    if hasattr(value, "tolist") and not isinstance(plain := value.tolist(), list):
        return query_value(name, plain)
    number = number_of(value)
    if isinstance(number, int) or (number is not None and math.isfinite(number)):
        return _digits(name, number)
    raise ArgumentError(f"{name} is of type {type(value).__name__}. Pass a single value, as text.")


def _digits(name: str, number: float) -> str:
    try:
        return str(number)
    except ValueError:  # an integer of more digits than Python writes
        pass
    raise ArgumentError(f"{name} has too many digits.")


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def id_of(name: str, value: object) -> str:
    """The id that an argument such as ``model_id`` stands for: text, a UUID, or a record."""
    if isinstance(value, str):
        return value
    if isinstance(value, UUID):
        return str(value)
    wanted = attribute_name(name.rpartition(".")[2]).removesuffix("s").removesuffix("_id")
    found = getattr(value, "id", None)
    if isinstance(value, Record) and _is_kind(wanted, value) and isinstance(found, str):
        return found
    kind = "".join(map(str.capitalize, wanted.split("_")))
    raise ArgumentError(
        f"{name} is of type {type(value).__name__}. Pass the id as text or UUID, or the {kind}."
    )


def _is_kind(wanted: str, record: Record) -> bool:
    """Whether a record is a ``Model``, for ``model_id``; an ``IssuedApiKey`` is an ``ApiKey``."""
    kinds = (attribute_name(kind.__name__) for kind in type(record).__mro__)
    return any(kind == wanted or kind.endswith(f"_{wanted}") for kind in kinds)


def written_time(name: str, time: date) -> str:
    """A moment as RFC 3339 has it: a date is its beginning in UTC."""
    if not isinstance(time, datetime):
        return f"{time.isoformat()}T00:00:00Z"
    moment: Any = time
    try:
        if moment == moment:  # pandas.NaT is not
            # Without a zone, a Timestamp of pandas has no way to UTC, which a datetime has.
            if hasattr(moment, "to_pydatetime"):
                moment = moment.to_pydatetime(warn=False)
            return str(moment.astimezone(timezone.utc).isoformat()).replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError):  # years 1 and 9999, or a zone that is broken
        pass
    raise ArgumentError(f"{name} is not a moment that can be written in UTC.")


def number_of(value: Any) -> int | float | None:
    """The number that a value is, of any library; None for what is not a number, or a boolean."""
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return None
    try:
        if hasattr(value, "__index__"):
            return operator.index(value)
        # Decimals are no real numbers, and complex ones have no __float__.
        if hasattr(value, "__float__") and isinstance(value, numbers.Number):
            return float(value)  # type: ignore[arg-type]  # it has it
    except (TypeError, ValueError, OverflowError):  # an array, or more than a float holds
        pass
    return None


def seconds(name: str, value: object) -> float | None:
    """A time limit; None is no limit. Raises an ArgumentError for what is neither."""
    return None if value is None else not_negative(name, value, SECONDS)


def not_negative(name: str, value: object, what: str) -> float:
    """A number from 0 on. Raises an ArgumentError for anything else."""
    number = number_of(value)
    if number is not None and number >= 0:
        return number
    raise ArgumentError(f"{name} must be {what}.")


def shown(value: object) -> str:
    """A short piece of a value for an error message, without keys."""
    text = redact(str(value) if isinstance(value, UUID) else repr(value))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def suggestion(given: str, known: Iterable[str]) -> str:
    """``Did you mean …?``, or nothing."""
    import difflib  # not before something is wrong

    close = difflib.get_close_matches(given, list(known), 1)
    return f" Did you mean {close[0]}?" if close else ""
