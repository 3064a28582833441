"""The built package, as its users install it, and the source that is made from other files."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import sinkove

from .places import PACKAGE, environment

DIST = PACKAGE / "dist"


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_installs_in_an_empty_environment(pattern: str, tmp_path: Path) -> None:
    (built,) = DIST.glob(pattern)
    venv.create(tmp_path, with_pip=True)
    python, library = _places_of(tmp_path)
    # In place of the package index: what the client needs is in the environment of the tools.
    (library / "tools.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--no-index", "--no-build-isolation"]
    subprocess.run([*pip, str(built)], check=True, env=environment())
    assert (library / "sinkove/__init__.py").exists()
    program = (
        "import sinkove; assert sinkove.__version__ == '" + sinkove.__version__ + "';"
        "print(sinkove.client('sinkove_test_ExampleExampleExampleExample01232CnkCL',"
        " base_url='http://127.0.0.1:9'))"
    )
    told = subprocess.run(
        [python, "-c", program], check=True, env=environment(), capture_output=True, text=True
    )
    assert told.stdout == "<Sinkove http://127.0.0.1:9/v1>\n"


def _places_of(folder: Path) -> tuple[str, Path]:
    """The Python of an environment, and the folder of its packages."""
    variables = {"base": str(folder), "platbase": str(folder)}
    scheme = "nt" if os.name == "nt" else "posix_prefix"
    python = Path(sysconfig.get_path("scripts", scheme, variables), Path(sys.executable).name)
    return str(python), Path(sysconfig.get_path("purelib", scheme, variables))


def test_ships_types_and_a_licence_and_no_tests() -> None:
    (wheel,) = DIST.glob("*.whl")
    (sdist,) = DIST.glob("*.tar.gz")
    names = zipfile.ZipFile(wheel).namelist()
    assert "sinkove/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    with tarfile.open(sdist) as archive:
        names += archive.getnames()
    assert not any("test" in Path(name).parts or "tests" in Path(name).parts for name in names)


@pytest.mark.parametrize(
    ("script", "target"),
    [("generate_models", "models.py"), ("generate_async", "async_resources.py")],
)
def test_has_the_generated_code_that_its_sources_ask_for(script: str, target: str) -> None:
    rendered = importlib.import_module(script).render()
    assert (PACKAGE / "src/sinkove/generated" / target).read_text("utf-8") == rendered


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
