"""Time and chance, passed in so that tests need neither."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Runtime:
    """Time and chance of a client; by default those of the machine."""

    now: Callable[[], float] = time.monotonic
    """Seconds, which only ever grow: limits and waits are measured by it."""
    wall: Callable[[], float] = time.time
    """Seconds since the epoch."""
    random: Callable[[], float] = random.random
    """At least 0 and below 1."""
    sleep: Callable[[float], Any] | None = None
    """Waits for some seconds; in an asynchronous client it returns an awaitable."""
