"""The base of the generated blocking resources."""

from __future__ import annotations

from typing import TypeVar

from ._base_resource import BaseResource
from ._operation import Operation, Parent
from ._options import RequestOptions
from ._record import Record
from ._session import Session
from .pagination import List

R = TypeVar("R", bound=Record)


class Resource(BaseResource):
    """A group of blocking operations."""

    def __init__(self, session: Session, parent: Parent | None = None) -> None:
        super().__init__(session.core, parent)
        self._session = session

    def _send(self, operation: Operation, kind: type[R], options: RequestOptions) -> R:
        return self._session.run(self._request(operation, kind, options))

    def _send_nothing(self, operation: Operation, options: RequestOptions) -> None:
        self._session.run(self._request_without_result(operation, options))

    def _list(self, operation: Operation, kind: type[R], options: RequestOptions) -> List[R]:
        return List(self._session, self._paginator(operation, kind, options))
