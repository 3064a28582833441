"""A progress bar for waits and downloads: where a terminal is there, and tqdm is installed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from ._api_key import redact


@contextmanager
def bar(what: str, unit: str, *, shown: bool) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that is told how much there is of how much."""
    tqdm = _tqdm() if shown and sys.stderr is not None and sys.stderr.isatty() else None
    if tqdm is None:
        yield lambda _done, _total: None
        return
    with tqdm(desc=redact(what), unit=unit, unit_scale=unit == "B", leave=False) as display:

        def show(done: int, total: int) -> None:
            display.total = total
            display.update(done - display.n)

        yield show


def _tqdm() -> Any:
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    return tqdm
