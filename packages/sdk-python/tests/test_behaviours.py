from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import behaviours  # in scripts
import pytest

from .behaviour_player import play
from .hostile_servers import HostileServers
from .places import BEHAVIOURS


def cases() -> list[Any]:
    """The cases of each file: one for each value in its ``each``."""
    listed = []
    for path in sorted(BEHAVIOURS.glob("*.json")):
        if path.name == "schema.json":
            continue
        behaviour = json.loads(path.read_text("utf-8"))
        values = next(iter(behaviour.get("each", {"": [None]}).values()))
        listed += [(path, number) for number in range(1, len(values) + 1)]
    return [pytest.param(path, number, id=f"{path.stem}-{number}") for path, number in listed]


@pytest.fixture(scope="module")
def servers() -> Iterator[HostileServers]:
    servers = HostileServers()
    for mode in ("sync", "async"):  # imports on first use are not part of a behaviour
        play(servers.start(BEHAVIOURS / "retry-none.json", 1), mode)
    yield servers
    servers.close()


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(("path", "case"), cases())
def test_shows_the_behaviour(servers: HostileServers, path: Path, case: int, mode: str) -> None:
    assert play(servers.start(path, case), mode) == []


def test_the_table_tells_of_every_behaviour_and_that_both_languages_show_it() -> None:
    every = {title for _, _, title in behaviours.titles()}
    ids = {f"{stem}-{number}" for stem, number, _ in behaviours.titles()}
    assert behaviours.TARGET.read_text("utf-8") == behaviours.render(every, ids)
