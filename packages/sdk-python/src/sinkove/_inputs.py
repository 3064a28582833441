"""Converts arguments to the values that are sent, or says what to pass instead.

Accepts numbers of NumPy, pandas and torch, dates, UUIDs and records. Errors name the argument and
show at most a short part of its value.
"""

from __future__ import annotations

import math
import numbers
import operator
import sys
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
    """Converts a value to JSON. Raises an ArgumentError that names the part that cannot be."""
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
    """Converts a value for a query string. Raises an ArgumentError if it is not a single value."""
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
    except ValueError:  # an integer with more digits than Python converts
        pass
    raise ArgumentError(f"{name} has too many digits.")


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def id_of(name: str, value: object) -> str:
    """The id in an argument such as ``model_id``, which may be text, a UUID or a record."""
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
    """Whether a record is a ``Model``, for ``model_id``. An ``IssuedApiKey`` is an ``ApiKey``."""
    kinds = (attribute_name(kind.__name__) for kind in type(record).__mro__)
    return any(kind == wanted or kind.endswith(f"_{wanted}") for kind in kinds)


def written_time(name: str, time: date) -> str:
    """Writes a time as in RFC 3339. A date means 00:00 in UTC."""
    if not isinstance(time, datetime):
        return f"{time.isoformat()}T00:00:00Z"
    moment: Any = time
    try:
        if moment == moment:  # pandas.NaT is not
            # A pandas Timestamp without a zone cannot be converted to UTC; a datetime can.
            if hasattr(moment, "to_pydatetime"):
                moment = moment.to_pydatetime(warn=False)
            return str(moment.astimezone(timezone.utc).isoformat()).replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError):  # years 1 and 9999, or an invalid zone
        pass
    raise ArgumentError(f"{name} is not a time that can be written in UTC.")


def number_of(value: Any) -> int | float | None:
    """A value of any numeric type as an int or a float; None for booleans and other types."""
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return None
    try:
        if hasattr(value, "__index__"):
            return operator.index(value)
        # Decimal is not a numbers.Real, and complex numbers have no __float__.
        if hasattr(value, "__float__") and isinstance(value, numbers.Number):
            return float(value)  # type: ignore[arg-type]  # checked by hasattr
    except (TypeError, ValueError, OverflowError):  # an array, or too large for a float
        pass
    return None


def seconds(name: str, value: object) -> float | None:
    """Checks a time limit, which may be None. Raises an ArgumentError if it is not a number."""
    if value is None:
        return None
    limit = not_negative(name, value, SECONDS)
    return limit if limit < sys.float_info.max else math.inf  # a long integer cannot be added


def not_negative(name: str, value: object, what: str) -> float:
    """Checks for a number of at least 0. Raises an ArgumentError for anything else."""
    number = number_of(value)
    if number is not None and number >= 0:
        return number
    raise ArgumentError(f"{name} must be {what}.")


def shown(value: object) -> str:
    """A short part of a value for an error message, without keys."""
    text = redact(str(value) if isinstance(value, UUID) else repr(value))
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def suggestion(given: str, known: Iterable[str]) -> str:
    """``Did you mean …?``, or nothing."""
    import difflib  # only needed after an error

    close = difflib.get_close_matches(given, list(known), 1)
    return f" Did you mean {close[0]}?" if close else ""
