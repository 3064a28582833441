"""The base of the generated resources of both clients."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from ._attachable import Attachable
from ._core import Core
from ._effects import Effects
from ._json_types import is_object
from ._operation import Operation, Parent
from ._options import RequestOptions
from ._paginator import Paginator
from ._record import Record, read_record
from ._requests import call, send
from .exceptions import ResponseError
from .responses import Response

R = TypeVar("R", bound=Record)


class BaseResource:
    """A group of operations, within one parent or for everything that the key can access."""

    def __init__(self, core: Core, parent: Parent | None = None) -> None:
        self._core = core
        self._parent = parent

    def _request(self, operation: Operation, kind: type[R], options: RequestOptions) -> Effects[R]:
        """Sends an operation. Returns the record in the response."""
        decode = partial(self._decode, kind)
        return call(self._core, operation.within(self._parent), decode, options)

    def _request_without_result(
        self, operation: Operation, options: RequestOptions
    ) -> Effects[None]:
        """Sends an operation whose response has no body."""
        return call(self._core, operation.within(self._parent), _nothing, options)

    def _paginator(
        self, operation: Operation, kind: type[R], options: RequestOptions
    ) -> Callable[[], Paginator[R]]:
        decode = partial(self._decode, kind)
        return partial(
            Paginator, partial(send, self._core), operation.within(self._parent), decode, options
        )

    def _decode(self, kind: type[R], data: Any, response: Response) -> R:
        if not is_object(data):
            raise ResponseError(
                f"The server did not send a JSON object where the API has a {kind.__name__}."
                " Check base_url (SINKOVE_API_URL).",
                response.status,
                response.request_id,
            )
        record = read_record(kind, data)
        if isinstance(record, Attachable):
            record._attach_to(self)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (its own package)
        return record


def _nothing(_data: object, _response: Response) -> None:
    """Decodes a response without a body."""
