"""An operation of the contract, with its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ._inputs import id_of
from ._json_types import is_mapping
from .exceptions import ArgumentError


@dataclass(frozen=True)
class Operation:
    """An operation of the contract, with its arguments."""

    method: str
    path: str
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])
    query: Mapping[str, Any] = field(default_factory=dict[str, Any])
    body: Mapping[str, Any] | None = None

    def __post_init__(self) -> None:
        body: object = self.body
        if body is None or (is_mapping(body) and all(isinstance(name, str) for name in body)):
            return
        raise ArgumentError(
            "The members to change must be a dictionary whose keys are text,"
            ' such as {"name": "Radiology"}.'
        )

    def within(self, parent: Parent | None) -> Operation:
        """The same operation, below the path of a parent."""
        if parent is None:
            return self
        params = {**parent.params, **self.params}
        return replace(self, path=f"{parent.path}{self.path}", params=params)

    @property
    def last_param(self) -> str:
        """The value of the last path parameter: the id of the requested object."""
        name = self.path.rpartition("{")[2][:-1]
        return id_of(name, self.params[name])


@dataclass(frozen=True)
class Parent:
    """An object with resources of its own, such as an organization."""

    path: str
    params: Mapping[str, Any]


def given(members: Mapping[str, Any]) -> dict[str, Any]:
    """Removes members that are None, so that the server uses its defaults."""
    return {name: value for name, value in members.items() if value is not None}
