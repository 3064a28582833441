"""Warnings that point to the program's line instead of this package's."""

from __future__ import annotations

import inspect


def stack_level_of_program() -> int:
    """The ``stacklevel`` of the first frame outside this package, as seen by the caller."""
    level = 0
    frame = inspect.currentframe()
    while frame and frame.f_globals.get("__name__", "").split(".")[0] == "sinkove":
        frame = frame.f_back
        level += 1
    return level
