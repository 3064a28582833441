"""Optional packages, which the extras of this package install."""

from __future__ import annotations

import importlib
from typing import Any

from .exceptions import MissingDependencyError


def required(module: str, *, extra: str, purpose: str) -> Any:
    """Imports a module. Raises a MissingDependencyError that says how to install it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise MissingDependencyError(module.partition(".")[0], extra, purpose) from error
