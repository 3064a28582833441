"""Lists that are fetched page by page, as they are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ._flow import Flow, Response
from ._operation import Operation
from ._options import RequestOptions
from ._reprs import table
from ._urls import next_cursor
from .exceptions import ArgumentError, ResponseError

T = TypeVar("T")
Send = Callable[[Operation, RequestOptions], Flow[tuple[Any, Response]]]
"""Sends an operation, and gives its JSON and the response that it came in."""

MOST_ITEMS = 10_000
"""How many items ``all`` holds in memory, unless it is told otherwise."""


@dataclass(frozen=True, repr=False)
class Page(Generic[T]):
    """One page of a list."""

    items: list[T]
    next_cursor: str | None
    """Pass it as ``cursor`` to get the next page; None on the last."""
    total_count: int | None
    """How many there are in all, where the server says so."""
    response: Response

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} of {len(self.items)} items, next_cursor={self.next_cursor!r}>"
        )

    def _repr_html_(self) -> str:
        """A table for notebooks."""
        return table(self.items, is_whole=self.next_cursor is None)


class Pages(Generic[T]):
    """The pages of a list, one after another; both kinds of list read from it."""

    def __init__(
        self,
        send: Send,
        operation: Operation,
        decode: Callable[[Any], T],
        options: RequestOptions,
    ) -> None:
        self._send = send
        self._operation = operation
        self._decode = decode
        self._options = options
        self._seen: set[str] = set()
        self._cursor: str | None = None
        self.is_over = False

    def first(self) -> Flow[Page[T]]:
        """The page that the query names: the first, unless it has a ``cursor``."""
        return (yield from self._fetch(None))

    def next(self) -> Flow[list[T]]:
        """The items of the next page; follows ``Link`` (RFC 8288)."""
        page = yield from self._fetch(self._cursor)
        cursor = page.next_cursor
        if cursor is not None and cursor in self._seen:
            words = "The list runs in a circle: a page came twice."
            raise ResponseError(words, page.response.status, page.response.request_id)
        self._seen.add(cursor or "")
        self._cursor = cursor
        self.is_over = cursor is None
        return page.items

    def rest(self, items: list[T], limit: int) -> Flow[None]:
        """Adds all that is left. Raises an ArgumentError where that makes more than ``limit``."""
        while True:
            if len(items) > limit:
                raise ArgumentError(
                    f"The list has more than {limit} items."
                    " Raise the limit, or read them in a loop."
                )
            if self.is_over:
                return
            items.extend((yield from self.next()))

    def _fetch(self, cursor: str | None) -> Flow[Page[T]]:
        o = self._operation
        query = dict(o.query) if cursor is None else {**o.query, "cursor": cursor}
        operation = Operation(o.method, o.path, o.params, query)
        data, response = yield from self._send(operation, self._options)
        if not isinstance(data, list):
            words = "The answer is no list."
            raise ResponseError(words, response.status, response.request_id)
        return Page(
            [self._decode(each) for each in data],
            next_cursor(response.headers.get("link")),
            _count(response.headers.get("x-total-count")),
            response,
        )


def _count(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
