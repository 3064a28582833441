"""Values that never appear in output, logs, tracebacks or pickles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn


class Secret:
    """A value that only :meth:`reveal` returns.

    A closure holds it, so there is no attribute to print. Frames of this package hold keys only in
    this form, so even tracebacks with local variables are safe.
    """

    __slots__ = ("_what", "reveal")

    reveal: Callable[[], Any]

    def __init__(self, value: Any, what: str = "API key") -> None:
        self._what = what
        self.reveal = lambda: value

    def __repr__(self) -> str:
        return f"<{self._what}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"The {self._what} is a secret and cannot be pickled. Read it by its name.")
