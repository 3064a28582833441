"""Values in the types of other libraries."""

from __future__ import annotations

from typing import Any


class Index:
    """An integer of another library, like ``numpy.int64``."""

    def __init__(self, value: int) -> None:
        self._value = value

    def __index__(self) -> int:
        return self._value


class Scalar:
    """A scalar or an array of another library, such as NumPy, pandas or torch."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def tolist(self) -> Any:
        return self._value
