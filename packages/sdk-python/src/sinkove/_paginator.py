"""Fetches the pages of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from ._effects import Effects
from ._inputs import not_negative
from ._json_types import is_array
from ._operation import Operation
from ._options import RequestOptions
from ._urls import next_cursor
from .exceptions import ArgumentError, ResponseError
from .pagination import Page
from .responses import Response

T = TypeVar("T")
Send = Callable[[Operation, RequestOptions], Effects[tuple[Any, Response]]]
"""Sends an operation. Returns its JSON and the response."""

_COUNT = re.compile(r"[0-9]{1,15}")


class Paginator(Generic[T]):
    """Fetches the pages of a list, one after another."""

    def __init__(
        self,
        send: Send,
        operation: Operation,
        decode: Callable[[Any, Response], T],
        options: RequestOptions,
    ) -> None:
        self._send = send
        self._operation = operation
        self._decode = decode
        self._options = options
        self._seen: set[str] = set()
        self._cursor: str | None = None
        self.is_over = False

    def first(self) -> Effects[Page[T]]:
        """The page that the query asks for: the first, unless it has a ``cursor``."""
        return (yield from self._fetch(None))

    def next(self) -> Effects[list[T]]:
        """The items of the next page, found by ``Link`` (RFC 8288)."""
        page = yield from self._fetch(self._cursor)
        cursor = page.next_cursor
        if cursor is not None and cursor in self._seen:
            words = "The list never ends: a page links to a page that was read before."
            raise ResponseError(words, page.response.status, page.response.request_id)
        self._seen.add(cursor or "")
        self._cursor = cursor
        self.is_over = cursor is None
        return page.items

    def rest(self, items: list[T], limit: int) -> Effects[None]:
        """Adds all remaining items. Raises an ArgumentError for more than ``limit`` items."""
        most = not_negative("limit", limit, "a number of items, 0 or more")
        while True:
            if len(items) > most:
                raise ArgumentError(
                    f"The list has more than {limit} items."
                    " Raise the limit, or read them in a loop."
                )
            if self.is_over:
                return
            items.extend((yield from self.next()))

    def _fetch(self, cursor: str | None) -> Effects[Page[T]]:
        o = self._operation
        query = dict(o.query) if cursor is None else {**o.query, "cursor": cursor}
        operation = Operation(o.method, o.path, o.params, query)
        data, response = yield from self._send(operation, self._options)
        if not is_array(data):
            words = "The response is not a JSON array."
            raise ResponseError(words, response.status, response.request_id)
        return Page(
            [self._decode(each, response) for each in data],
            next_cursor(response.headers.get("link")),
            _count(response.headers.get("x-total-count")),
            response,
        )


def _count(text: str | None) -> int | None:
    return int(text) if text and _COUNT.fullmatch(text) else None
