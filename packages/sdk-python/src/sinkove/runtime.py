"""Clock and random numbers, injected so that tests can control them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Runtime:
    """The clock and random numbers of a client; by default the system's."""

    now: Callable[[], float] = time.monotonic
    """A monotonic clock in seconds, for limits and waits."""
    wall: Callable[[], float] = time.time
    """Seconds since the epoch."""
    random: Callable[[], float] = random.random
    """A random number of at least 0 and less than 1."""
    sleep: Callable[[float], Any] | None = None
    """Waits for some seconds. For an asynchronous client, it must return an awaitable."""
