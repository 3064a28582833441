"""Records: objects of responses whose fields have the types in their annotations."""

from __future__ import annotations

import functools
import inspect
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar

from ._api_key import redact
from ._json_types import is_array, is_object
from ._names import attribute_name
from ._reprs import is_short, shown_field
from ._secret import Secret
from .exceptions import ArgumentError, FieldError

R = TypeVar("R", bound="Record")
_Check = Callable[[Any], Any]
"""Converts a value to a field's type. Raises a TypeError if the type does not match."""

_LONGEST_RECORD = 200


@dataclass(frozen=True)
class SecretField:
    """A field whose value must not appear in logs of the record."""

    name: str
    shown_as: str
    """The text that is shown instead."""


class Record:
    """The base of the generated dataclasses.

    A field has the type in its annotation, whether you created the record or a response contained
    it. If a response lacks a field or has another type than the contract says, only reading that
    field raises a :class:`FieldError`.
    """

    _json: Any = None
    """The JSON object that the record was read from."""
    _without_fields: ClassVar[str] = (
        "The server did not send it, or sent another type. See sinkove.raw_of(…)"
    )
    """Why a field may be missing, for the error message."""
    _secret_field: ClassVar[SecretField | None] = None

    def __post_init__(self) -> None:
        for name, check in _checks(type(self)).items():
            try:
                vars(self)[name] = check(getattr(self, name))
            except TypeError as error:
                fault = f"{name} of a {type(self).__name__} must be {error}."
            else:
                continue
            raise ArgumentError(fault)

    if not TYPE_CHECKING:  # type checkers would allow any name

        def __getattr__(self, name: str) -> Any:
            if name in _checks(type(self)):
                raise self._missing(name)
            found = inspect.getattr_static(type(self), name, None)
            if isinstance(found, property):
                return found.fget(self)  # raises its AttributeError again
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _missing(self, name: str) -> FieldError:
        return FieldError(f"This {type(self).__name__} has no {name}. {self._without_fields}.")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        names = _checks(type(self))
        return all(getattr(self, name, None) == getattr(other, name, None) for name in names)

    if not TYPE_CHECKING:  # mypy would allow no subclass with a hash
        __hash__ = None  # its fields can be changed

    def __repr__(self) -> str:
        """Omits long values."""
        present = self._present()
        parts: list[str] = []
        for name, value in present.items():
            part = shown_field(name, value)
            if part and sum(map(len, parts)) + len(part) < _LONGEST_RECORD:
                parts.append(part)
        more = ["…"] if len(parts) < len(present) else []
        return redact(f"{type(self).__name__}({', '.join(parts + more)})")

    def _row(self) -> Mapping[str, Any]:
        """The record's columns in a table."""
        return {name: value for name, value in self._present().items() if is_short(value)}

    def _present(self) -> dict[str, Any]:
        known = vars(self)
        return {name: known[name] for name in _checks(type(self)) if known.get(name) is not None}

    def _update_from(self, other: Record) -> None:
        """Copies the fields of another record."""
        vars(self).update(vars(other))


def read_record(kind: type[R], data: Mapping[str, Any]) -> R:
    """Creates a record from a JSON object of a response.

    Absent fields are None if their type allows it. New enum values are accepted, and unknown
    members become attributes, so that a newer server breaks nothing.
    """
    record = kind.__new__(kind)
    checks = _checks(kind)
    named = {attribute_name(name): value for name, value in data.items()}
    members = {name: named[name] for name in named.keys() - checks.keys() if _is_free(kind, name)}
    for name, check in checks.items():
        try:
            members[name] = check(named.get(name))
        except TypeError:  # the field stays unset: reading it raises a FieldError
            continue
    members["_json"] = data
    secret = kind._secret_field  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (its own module)
    if secret:
        members["_json"] = {
            each: data[each] for each in data if attribute_name(each) != secret.name
        }
        if secret.name in members:
            members[f"_{secret.name}"] = Secret(members.pop(secret.name), secret.shown_as)
    vars(record).update(members)
    return record


def _is_free(kind: type[Record], name: str) -> bool:
    """Whether an unknown member can become an attribute without hiding a method or a property."""
    return name.isidentifier() and not name.startswith("_") and not hasattr(kind, name)


_known: dict[type, Mapping[str, _Check]] = {}


def _checks(kind: type[Record]) -> Mapping[str, _Check]:
    """The check for each field, by name."""
    if kind not in _known:
        _known[kind] = _compiled_checks(kind)
    return _known[kind]


def _compiled_checks(kind: type[Any]) -> Mapping[str, _Check]:
    generated = next(each for each in kind.__mro__ if "__dataclass_fields__" in vars(each))
    hints = typing.get_type_hints(generated)
    return {field.name: _check_of(hints[field.name]) for field in fields(generated)}


def _check_of(hint: Any) -> _Check:
    kind, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return lambda value: value
    if kind in (typing.Union, types.UnionType):
        records = [each for each in arguments if isinstance(each, type) and _is_record(each)]
        if len(records) > 1:
            return functools.partial(_check_one_of, _checks_by_type(records))
        return functools.partial(_check_union, tuple(map(_check_of, arguments)), _name_of(hint))
    if kind is Literal:
        values: tuple[object, ...] = arguments
        kinds = {type(value) for value in values}
        return functools.partial(_check_union, tuple(map(_check_of, kinds)), _name_of(hint))
    if kind is list:
        return functools.partial(_check_list, _check_of(arguments[0]))
    if kind is dict:
        return functools.partial(_check_dictionary, _check_of(arguments[1]))
    if issubclass(hint, Record):
        return functools.partial(_check_record, hint)
    if hint is int or hint is float:
        return functools.partial(_check_number, hint)
    return functools.partial(_check_class, hint)


def _check_union(checks: tuple[_Check, ...], name: str, value: Any) -> Any:
    for check in checks:
        try:
            return check(value)
        except TypeError:
            continue
    raise TypeError(name)


def _is_record(kind: type) -> bool:
    return issubclass(kind, Record)


def _checks_by_type(records: list[type[Any]]) -> Mapping[str, _Check]:
    """How each of several records is checked, by the values of the field that tells them apart."""
    return {
        value: _check_of(each)
        for each in records
        for value in typing.get_args(typing.get_type_hints(each)["type"])
    }


def _check_one_of(checks: Mapping[str, _Check], value: Any) -> Any:
    if isinstance(value, Record):
        return value
    if not is_object(value):
        raise TypeError("an object")
    told = value.get("type")
    check = checks.get(told) if isinstance(told, str) else None
    # One of a type that is not known yet stays what it is: a dictionary.
    return check(value) if check else value


def _check_list(check: _Check, value: Any) -> Any:
    if is_array(value):
        return [check(each) for each in value]
    raise TypeError("a list")


def _check_dictionary(check: _Check, value: Any) -> Any:
    if is_object(value):
        return {name: check(each) for name, each in value.items()}
    raise TypeError("a dictionary")


def _check_record(kind: type[Record], value: Any) -> Any:
    if is_object(value):
        return read_record(kind, value)
    return _check_class(kind, value)


def _check_number(kind: type, value: Any) -> Any:
    if isinstance(value, bool):
        raise TypeError(f"of the type {kind.__name__}")
    if isinstance(value, float) and kind is int and value.is_integer():
        return int(value)  # 5.0 is an integer in JSON
    if isinstance(value, int) and kind is float:
        return value
    return _check_class(kind, value)


def _check_class(kind: type, value: Any) -> Any:
    if isinstance(value, kind):
        return value
    raise TypeError(f"of the type {kind.__name__}")


def _name_of(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) else re.sub(r"\w+\.", "", str(hint))
