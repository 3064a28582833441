"""What the generated resources are based on, in both kinds of program."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from ._core import Core
from ._flow import Flow
from ._home import call, send
from ._lists import Pages
from ._operation import Operation, Parent
from ._options import RequestOptions
from ._records import Bound, decode

T = TypeVar("T")


class AnyResource:
    """A group of operations, of all that the key reaches or within one parent."""

    def __init__(self, core: Core, parent: Parent | None = None) -> None:
        self._core = core
        self._parent = parent

    def _flow(self, operation: Operation, kind: type[T], options: RequestOptions) -> Flow[T]:
        """Sends an operation; the answer is a record of a kind."""
        decode_with = partial(self._decode, kind)
        return call(self._core, operation.within(self._parent), decode_with, options)

    def _flow_of_nothing(self, operation: Operation, options: RequestOptions) -> Flow[None]:
        """Sends an operation whose answer has no body."""
        return call(self._core, operation.within(self._parent), _nothing, options)

    def _pages(
        self, operation: Operation, kind: type[T], options: RequestOptions
    ) -> Callable[[], Pages[T]]:
        decode_with = partial(self._decode, kind)
        return partial(
            Pages, partial(send, self._core), operation.within(self._parent), decode_with, options
        )

    def _decode(self, kind: type[T], data: Any) -> T:
        record = decode(kind, data)
        if isinstance(record, Bound):
            record._resource = self  # noqa: SLF001  (so that the record can call)
        return record


def _nothing(_: object) -> None:
    """An answer without a body."""
