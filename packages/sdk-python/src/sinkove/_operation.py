"""Where an operation of the contract is, and what goes into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ._inputs import id_of


@dataclass(frozen=True)
class Operation:
    """Where an operation of the contract is, and what goes into it."""

    method: str
    path: str
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])
    query: Mapping[str, Any] = field(default_factory=dict[str, Any])
    body: Mapping[str, Any] | None = None

    def within(self, parent: Parent | None) -> Operation:
        """The same operation, below the path of a parent."""
        if parent is None:
            return self
        params = {**parent.params, **self.params}
        return replace(self, path=f"{parent.path}{self.path}", params=params)

    @property
    def last_param(self) -> str:
        """The value of the last parameter of the path: the id of what is asked for."""
        name = self.path.rpartition("{")[2][:-1]
        return id_of(name, self.params[name])


@dataclass(frozen=True)
class Parent:
    """A member of a resource that has resources of its own, such as one organization."""

    path: str
    params: Mapping[str, Any]


def given(members: Mapping[str, Any]) -> dict[str, Any]:
    """The members of a body without those that are None: they are left to the server."""
    return {name: value for name, value in members.items() if value is not None}
