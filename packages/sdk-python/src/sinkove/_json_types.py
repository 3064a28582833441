"""Tests for what JSON consists of, which tell type checkers what follows from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value that JSON was read into is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value that JSON was read into is an array."""
    return isinstance(value, list)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether an argument is a mapping, of any keys."""
    return isinstance(value, Mapping)


def is_set(value: object) -> TypeGuard[Set[Any]]:
    """Whether an argument is a set, of any members."""
    return isinstance(value, Set)


def is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether an argument is a list or a tuple."""
    return isinstance(value, (list, tuple))
