"""Reads values of the expected types from JSON, and says where a value is wrong."""

from __future__ import annotations

import contextlib
import json
import math
from typing import Any, TypeVar

from ..exceptions import ArchiveError

T = TypeVar("T")
_NAMES: dict[Any, str] = {str: "a string", int: "an integer", dict: "an object", list: "an array"}


class Node:
    """A JSON object and its place in the document."""

    def __init__(self, value: Any, place: str) -> None:
        if not isinstance(value, dict):
            raise wrong(place, "is not an object")
        self.value: dict[str, Any] = value
        self.place = place

    def get(self, name: str, kind: type[T], default: T) -> T:
        """A member, or the default if it is missing or null."""
        value = self.value.get(name)
        return default if value is None else self._checked(name, value, kind)

    def required(self, name: str, kind: type[T]) -> T:
        """A member that must be present."""
        if name not in self.value:
            raise wrong(f"{self.place}/{name}", "is missing")
        return self._checked(name, self.value[name], kind)

    def optional(self, name: str, kind: type[T]) -> T | None:
        """A member, or None if it is missing or null."""
        value = self.value.get(name)
        return None if value is None else self._checked(name, value, kind)

    def number(self, name: str) -> float | None:
        """A finite number, or None if it is missing or null."""
        value = self.value.get(name)
        if value is None:
            return None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            with contextlib.suppress(OverflowError):
                if math.isfinite(number := float(value)):
                    return number
        raise wrong(f"{self.place}/{name}", "is not a finite number")

    def child(self, name: str) -> Node:
        """An object; an empty one if it is missing."""
        return Node(self.get(name, dict, {}), f"{self.place}/{name}")

    def children(self, name: str) -> list[Node]:
        """The objects of an array; none if it is missing."""
        place = f"{self.place}/{name}"
        items: list[Any] = self.get(name, list, [])
        return [Node(each, f"{place}/{index}") for index, each in enumerate(items)]

    def strings(self, name: str) -> tuple[str, ...]:
        """The strings of an array; none if it is missing."""
        items: list[Any] = self.get(name, list, [])
        if not all(isinstance(each, str) for each in items):
            raise wrong(f"{self.place}/{name}", "is not an array of strings")
        return tuple(items)

    def _checked(self, name: str, value: Any, kind: type[T]) -> T:
        if not isinstance(value, kind) or isinstance(value, bool):
            raise wrong(f"{self.place}/{name}", f"is not {_NAMES[kind]}")
        return value


def parse(content: bytes, name: str) -> Node:
    """Parses a JSON file whose content is an object. Raises an ArchiveError if it is not."""
    try:
        value = json.loads(content.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise wrong(name, f"is not JSON ({str(error)[:200]})") from None
    return Node(value, name)


def wrong(place: str, fault: str) -> ArchiveError:
    """The error for an invalid value at a place."""
    return ArchiveError(f"{place} {fault}. Download the dataset again.", code="INVALID_METADATA")


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")
