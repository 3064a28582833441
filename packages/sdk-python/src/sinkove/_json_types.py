"""Type guards for the parts of JSON values and arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a parsed JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a parsed JSON value is an array."""
    return isinstance(value, list)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether an argument is a mapping, with keys of any type."""
    return isinstance(value, Mapping)


def is_set(value: object) -> TypeGuard[Set[Any]]:
    """Whether an argument is a set."""
    return isinstance(value, Set)


def is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether an argument is a list or a tuple."""
    return isinstance(value, (list, tuple))
