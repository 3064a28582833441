"""Responses, for ``with_response`` and hooks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast


class Headers(dict[str, str]):
    """Headers by lower-case name."""

    def __init__(self, items: Mapping[str, str] | None = None) -> None:
        super().__init__({name.lower(): value for name, value in (items or {}).items()})

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a header. The name may be in any case."""
        return super().get(name.lower(), default)

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name.lower() if isinstance(name, str) else name)

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())


@dataclass(frozen=True)
class Response:
    """A response, as ``with_response`` returns it."""

    status: int
    headers: Headers = field(repr=False)
    body: bytes = field(repr=False)

    @cached_property
    def data(self) -> Any:
        """The body as JSON. Raises a ValueError or a RecursionError if it is not JSON."""
        return json.loads(self.body)

    @property
    def request_id(self) -> str | None:
        """The request's id in the service's log."""
        return cast("str | None", self.headers.get("x-request-id"))


__all__ = ["Headers", "Response"]
