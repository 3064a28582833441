"""The package source: generated files, linters, and the effects of importing it."""

from __future__ import annotations

import ast
import builtins
import importlib
import itertools
import re
import subprocess
import sys

import pytest
import tomlkit
from packaging.requirements import Requirement

import sinkove

from .places import NODE, PACKAGE, ROOT, environment


@pytest.mark.parametrize(
    ("script", "target"),
    [
        ("generate_models", "src/sinkove/generated/models.py"),
        ("reference", "generated/reference.json"),
    ],
)
def test_has_the_generated_files_that_its_sources_ask_for(script: str, target: str) -> None:
    rendered = importlib.import_module(script).render()
    is_current = (PACKAGE / target).read_text("utf-8") == rendered
    assert is_current, f"{target} is old: npm run generate:python"


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["mypy", "--python-version=3.14"],
    ],
    ids=" ".join,
)
def test_has_no_fault_that_a_tool_finds(command: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, "-m", *command], cwd=PACKAGE, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout


PYRIGHT = [NODE, str(ROOT / "node_modules/pyright/index.js"), f"--pythonpath={sys.executable}"]


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_has_no_fault_that_pyright_finds(version: str) -> None:
    command = [*PYRIGHT, f"--pythonversion={version}"]
    told = subprocess.run(command, cwd=PACKAGE, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize(
    "checker", [PYRIGHT, [sys.executable, "-m", "mypy"]], ids=["pyright", "mypy"]
)
def test_a_type_checker_finds_each_fault_of_a_program_and_no_other(checker: list[str]) -> None:
    program = PACKAGE / "tests/typing/wrong.py"
    told = subprocess.run(
        [*checker, str(program)], cwd=PACKAGE, capture_output=True, text=True, check=False
    )
    found = {int(line) for line in re.findall(r"wrong\.py:(\d+):.* ?error", told.stdout)}
    lines = enumerate(program.read_text("utf-8").splitlines(), 1)
    assert found == {number for number, line in lines if line.endswith("# fault")}


def test_exports_every_name_that_it_lists() -> None:
    assert [name for name in sinkove.__all__ if not hasattr(sinkove, name)] == []
    assert {*sinkove.__all__, "open", "ConnectionError", "TimeoutError"} <= set(dir(sinkove))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sinkove.nothing  # type: ignore[attr-defined]


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


@pytest.mark.parametrize(
    "module",
    [
        "sinkove",
        "sinkove.exceptions",
        "sinkove.models",
        "sinkove.pagination",
        "sinkove.resources",
        "sinkove.types",
    ],
)
def test_import_star_shadows_no_builtin(module: str) -> None:
    found: dict[str, object] = {}
    exec(f"from {module} import *", found)
    assert {name for name in found if hasattr(builtins, name)} <= {"__builtins__"}


def test_every_public_name_is_in_a_module_without_an_underscore() -> None:
    hidden = {"Client", "Sinkove", "client", "AsyncClient", "AsyncSinkove", "async_client"}
    for name in set(sinkove.__all__) - hidden:
        module = getattr(getattr(sinkove, name), "__module__", "sinkove")
        if not module.startswith("sinkove.archive."):
            assert not any(part.startswith("_") for part in module.split(".")), name


@pytest.mark.parametrize("module", ["hooks", "pagination", "downloads", "records", "models"])
def test_public_modules_list_what_they_export(module: str) -> None:
    found = importlib.import_module(f"sinkove.{module}")
    assert all(hasattr(found, name) for name in found.__all__)


@pytest.mark.parametrize("name", sinkove._SUBMODULES)
def test_modules_are_there_without_an_import_of_their_own(name: str) -> None:
    assert name in dir(sinkove)
    program = f"import sinkove; print(sinkove.{name}.__name__)"
    told = subprocess.check_output(
        [sys.executable, "-c", program],
        env=environment(PYTHONPATH=str(PACKAGE / "src")),
        text=True,
    )
    assert told.strip().endswith(name)


@pytest.mark.parametrize("name", ["ConnectionError", "TimeoutError"])
def test_errors_that_builtins_have_too_are_there_by_name(name: str) -> None:
    assert issubclass(getattr(sinkove, name), getattr(builtins, name))
    assert getattr(sinkove.exceptions, name) is getattr(sinkove, name)


def test_declares_every_package_that_it_imports() -> None:
    imported: set[str] = set()
    for path in (PACKAGE / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {each.name.split(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add((node.module or "").split(".")[0])
    project = tomlkit.parse((PACKAGE / "pyproject.toml").read_text("utf-8")).unwrap()["project"]
    optional = itertools.chain.from_iterable(project["optional-dependencies"].values())
    listed = {Requirement(each).name for each in [*project["dependencies"], *optional]}
    # typing_extensions is imported for type checking only. js and pyodide exist in Pyodide.
    own = {"sinkove", "typing_extensions", "js", "pyodide"}
    imported = {"pillow" if name == "PIL" else name for name in imported}
    assert imported - set(sys.stdlib_module_names) - own <= listed
    assert {Requirement(each).name for each in project["dependencies"]} <= imported
