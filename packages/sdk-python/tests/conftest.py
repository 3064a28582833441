from __future__ import annotations

import pytest
from hypothesis import settings

# Machines differ and may be busy, so an example has no time limit. The examples are the same each
# time, so that a failure comes from a change.
settings.register_profile("repeatable", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("repeatable")


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SINKOVE_API_KEY", "SINKOVE_API_URL", "SINKOVE_BASE_URL", "SINKOVE_LOG"):
        monkeypatch.delenv(name, raising=False)
