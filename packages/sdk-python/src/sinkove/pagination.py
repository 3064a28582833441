"""Lists that fetch their pages as you read them, and single pages."""

from __future__ import annotations

import builtins
import operator
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, overload

from ._reprs import list_repr, table
from .responses import Response

if TYPE_CHECKING:
    from ._async_session import AsyncSession
    from ._paginator import Paginator
    from ._session import Session

T = TypeVar("T")

MOST_ITEMS = 10_000
"""How many items ``all`` returns at most by default."""


@dataclass(frozen=True, repr=False)
class Page(Generic[T]):
    """One page of a list."""

    items: list[T]
    next_cursor: str | None
    """Pass it as ``cursor`` to get the next page; None on the last page."""
    total_count: int | None
    """How many items there are in total, if the server says so."""
    response: Response

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} of {len(self.items)} items, next_cursor={self.next_cursor!r}>"
        )

    def _repr_html_(self) -> str:
        """A table for notebooks."""
        return table(self.items, is_whole=self.next_cursor is None)


class List(Sequence[T]):
    """A list that fetches its first page at once, and the others as you read them.

    Use it like a list: iterate, index and slice it. ``len()`` fetches all pages.
    """

    def __init__(self, session: Session, new_paginator: Callable[[], Paginator[T]]) -> None:
        self._session = session
        self._new_paginator = new_paginator
        self._paginator = new_paginator()
        self._items: builtins.list[T] = []
        self._items += session.run(self._paginator.next())

    def all(self, limit: int = MOST_ITEMS) -> builtins.list[T]:
        """Returns all items. Raises an ArgumentError if there are more than ``limit``."""
        self._session.run(self._paginator.rest(self._items, limit))
        return builtins.list(self._items)

    def page(self) -> Page[T]:
        """Fetches the first page again, with its ``next_cursor``."""
        return self._session.run(self._new_paginator().first())

    def __iter__(self) -> Iterator[T]:
        """Fetches each page when the loop reaches it."""
        position = 0
        while position < len(self._items) or not self._paginator.is_over:
            if position == len(self._items):
                self._items.extend(self._session.run(self._paginator.next()))
                continue
            yield self._items[position]
            position += 1

    def __len__(self) -> int:
        return len(self.all())

    def __bool__(self) -> bool:
        """Whether there are items. Fetches further pages only while they are empty."""
        return next(iter(self), None) is not None

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> builtins.list[T]: ...
    def __getitem__(self, index: int | slice) -> T | builtins.list[T]:
        """Fetches only the pages that it needs."""
        if not isinstance(index, slice):
            index = operator.index(index)
        if isinstance(index, int) and index >= 0:
            while index >= len(self._items) and not self._paginator.is_over:
                self._items.extend(self._session.run(self._paginator.next()))
            return self._items[index]
        return self.all()[index]

    def __eq__(self, other: object) -> bool:
        return self.all() == (other.all() if isinstance(other, List) else other)

    __hash__ = None  # type: ignore[assignment]  # lists have none

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "A list that fetches its pages cannot be copied. Copy or pickle list(datasets)."
        )

    def __repr__(self) -> str:
        return list_repr(self._items, is_whole=self._paginator.is_over)

    def _repr_html_(self) -> str:
        """A table of the items fetched so far, for notebooks. Sends nothing."""
        return table(self._items, is_whole=self._paginator.is_over)


class AsyncList(Generic[T]):
    """A list that fetches its pages as you read it with ``async for``.

    Await it to get a list of all items. It sends nothing before that.
    """

    def __init__(self, session: AsyncSession, new_paginator: Callable[[], Paginator[T]]) -> None:
        self._session = session
        self._new_paginator = new_paginator

    def __repr__(self) -> str:
        return "<AsyncList: await it, or read it with `async for`>"

    async def all(self, limit: int = MOST_ITEMS) -> builtins.list[T]:
        """Returns all items. Raises an ArgumentError if there are more than ``limit``."""
        items: builtins.list[T] = []
        await self._session.run(self._new_paginator().rest(items, limit))
        return items

    async def page(self) -> Page[T]:
        """Fetches the first page, with its ``next_cursor``."""
        return await self._session.run(self._new_paginator().first())

    def __await__(self) -> Generator[Any, Any, builtins.list[T]]:
        """``datasets = await client.datasets.list()``."""
        return self.all().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        """Fetches each page when the loop reaches it."""
        paginator = self._new_paginator()
        while not paginator.is_over:
            for item in await self._session.run(paginator.next()):
                yield item


__all__ = ["AsyncList", "List", "Page"]
