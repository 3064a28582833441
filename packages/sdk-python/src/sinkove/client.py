"""Supports ``from sinkove.client import Client``, as in the official client.

``sinkove.client`` is also a function. Importing this module replaces that name with the module,
which can be called in the same way.
"""

from __future__ import annotations

import sys
import types
from typing import Any

from ._client import Client, Sinkove, client

__all__ = ["Client"]


class _CallableModule(types.ModuleType):
    def __call__(self, *args: Any, **options: Any) -> Sinkove:
        return client(*args, **options)


__wrapped__ = client  # inspect and notebooks show its signature
sys.modules[__name__].__class__ = _CallableModule
