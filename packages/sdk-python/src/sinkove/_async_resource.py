"""The base of the generated asynchronous resources."""

from __future__ import annotations

from typing import TypeVar

from ._async_session import AsyncSession
from ._base_resource import BaseResource
from ._operation import Operation, Parent
from ._options import RequestOptions
from ._record import Record
from .pagination import AsyncList

R = TypeVar("R", bound=Record)


class AsyncResource(BaseResource):
    """A group of asynchronous operations."""

    def __init__(self, session: AsyncSession, parent: Parent | None = None) -> None:
        super().__init__(session.core, parent)
        self._session = session

    async def _send(self, operation: Operation, kind: type[R], options: RequestOptions) -> R:
        return await self._session.run(self._request(operation, kind, options))

    async def _send_nothing(self, operation: Operation, options: RequestOptions) -> None:
        await self._session.run(self._request_without_result(operation, options))

    def _list(self, operation: Operation, kind: type[R], options: RequestOptions) -> AsyncList[R]:
        return AsyncList(self._session, self._paginator(operation, kind, options))
