"""Paths and the environment of test processes."""

from __future__ import annotations

import os
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
ROOT = PACKAGE.parent.parent
CONFORMANCE = ROOT / "packages/sdk-conformance"
BEHAVIOURS = CONFORMANCE / "behaviours"
BUNDLE = ROOT / "openapi/generated/openapi.json"
VECTORS = ROOT / "packages/api-key/test-vectors.json"

NODE = os.environ.get("NODE", "node")
"""The Node that started the tests, as set by npm and scripts/python.ts."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a process, without Sinkove's variables except those given."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("SINKOVE_")}
    return {**kept, **more}
