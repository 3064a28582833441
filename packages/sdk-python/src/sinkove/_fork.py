"""Resets, in the child of a fork, what it cannot share with its parent.

A child gets copies of its parent's sockets and locks. Two processes that read from one socket
receive each other's responses, and a lock that another thread held is never released in the child.
"""

from __future__ import annotations

import os
import threading
import weakref
from typing import Any, Protocol


class ForkAware(Protocol):
    """An object that must be reset in the child of a fork."""

    def reset_in_child(self) -> None:
        """Called in the child, before anything else runs there."""


_alive: weakref.WeakSet[Any] = weakref.WeakSet()


def reset_after_fork(owner: ForkAware) -> None:
    """Resets ``owner`` in every child of a fork."""
    _alive.add(owner)


def _reset_all() -> None:
    for owner in list(_alive):
        owner.reset_in_child()


if hasattr(os, "register_at_fork"):  # neither on Windows nor in browsers
    os.register_at_fork(after_in_child=_reset_all)


def leave_connections(transport: Any) -> None:
    """Closes the child's copies of a transport's connections; the parent keeps its own.

    This uses private parts of httpx: its public ``close`` waits for a lock that a thread of the
    parent may hold. Custom transports are left alone.
    """
    import httpcore  # only systems with fork need it

    pool = getattr(transport, "_pool", None)
    if not isinstance(pool, httpcore.ConnectionPool):
        return
    pool._optional_thread_lock._lock = threading.Lock()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    pool._requests = []  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    pool.close()
