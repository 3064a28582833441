"""The source: what is generated, what tools find in it, and what importing it does."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import sinkove

from .places import PACKAGE, environment


@pytest.mark.parametrize(
    ("script", "target"),
    [
        ("generate_models", "src/sinkove/generated/models.py"),
        ("reference", "generated/reference.json"),
    ],
)
def test_has_the_generated_files_that_its_sources_ask_for(script: str, target: str) -> None:
    rendered = importlib.import_module(script).render()
    assert (PACKAGE / target).read_text("utf-8") == rendered


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["mypy", "--python-version=3.13"],
    ],
    ids=" ".join,
)
def test_has_no_fault_that_a_tool_finds(command: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, "-m", *command], cwd=PACKAGE, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout


def test_exports_every_name_that_it_lists() -> None:
    assert [name for name in sinkove.__all__ if not hasattr(sinkove, name)] == []
    assert set(sinkove.__all__) <= set(dir(sinkove))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sinkove.nothing


def test_imports_nothing_heavy_before_it_is_used() -> None:
    program = "import sys, sinkove; print(sorted({'httpx', 'anyio', 'ssl'} & sys.modules.keys()))"
    told = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(PYTHONPATH=str(PACKAGE / "src")),
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout == "[]\n"
