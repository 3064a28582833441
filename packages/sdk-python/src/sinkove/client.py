"""As in the official client: ``from sinkove.client import Client``.

``sinkove.client`` is a function too: once this module is imported it stands in the function's
place, and can be called in the same way.
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


__wrapped__ = client  # whose signature inspect and notebooks show
sys.modules[__name__].__class__ = _CallableModule
