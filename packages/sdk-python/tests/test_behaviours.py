from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .behaviour_player import play
from .places import BEHAVIOURS


def cases() -> list[Any]:
    """Each file, and each value that its ``each`` lists."""
    listed = []
    for path in sorted(BEHAVIOURS.glob("*.json")):
        if path.name == "schema.json":
            continue
        behaviour = json.loads(path.read_text("utf-8"))
        values = next(iter(behaviour.get("each", {"": [None]}).values()))
        listed += [(path, number) for number in range(1, len(values) + 1)]
    return [pytest.param(path, number, id=f"{path.stem}-{number}") for path, number in listed]


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(("path", "case"), cases())
def test_shows_the_behaviour(path: Path, case: int, mode: str) -> None:
    assert play(path, case, mode) == []
