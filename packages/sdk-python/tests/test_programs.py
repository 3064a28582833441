"""Runs the programs of the seed and of the official documentation unchanged."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from .places import PACKAGE
from .servers import Server, mock_server, real_server

PROGRAMS = PACKAGE / "tests/programs"
SERVERS = {"the API": real_server, "the mock server": mock_server}

# The code above a snippet on its page.
MODULE = "import os, time\nimport sinkove as sk\nclient = sk.client()\n"
MODULE_DATASET = f'{MODULE}dataset = client.dataset("dataset_id_here")\n'
CLIENT = """import time, uuid
from sinkove import Client
ORGANIZATION_ID = organization_id = uuid.UUID("your-organization-id")
MODEL_ID = model_id = uuid.UUID("your-model-id")
client = Client(ORGANIZATION_ID)
"""
CLIENT_DATASET = f'{CLIENT}dataset = client.datasets.get(uuid.UUID("dataset-id"))\n'
CLIENT_NEW = f'{CLIENT}dataset = client.datasets.create(MODEL_ID, 3, {{"prompt": "pneumonia"}})\n'


@dataclass(frozen=True)
class Program:
    """A program, the code above it, and its expected results."""

    above: str = ""
    prints: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    below: str = ""
    fails: str = ""
    warns: bool = field(default=False)


LIST: dict[str, Program] = {
    "seed_key": Program(below="assert len(datasets) > 0"),
    "seed_environment": Program(below="assert len(client.list_datasets()) > 0"),
    "module_list": Program(MODULE, ("Dataset: ", "Status: ready")),
    "module_access": Program(MODULE, ("Dataset is ready for download",)),
    "module_download": Program(MODULE, ("downloaded successfully",), ("my_dataset.zip",)),
    "module_create": Program(MODULE, ("Created dataset: ",), warns=True),
    "module_monitor": Program(MODULE, (" is ready!",)),
    "module_batch": Program(MODULE, ("Downloaded ",), ("datasets/*.zip",)),
    "module_errors": Program(makes=("dataset.zip",)),
    "module_configuration": Program(below="assert len(client.list_datasets()) > 0"),
    "module_workflow": Program(
        prints=("Dataset created: ", "Dataset downloaded to: "),
        makes=("medical_dataset_*.zip",),
        warns=True,
    ),
    "module_quickstart": Program(prints=("downloaded successfully",), makes=("dataset.zip",)),
    "module_status": Program(MODULE, ("Status: ready",)),
    "module_organize": Program(
        MODULE,
        ("Dataset saved to: ",),
        ("datasets/*/dataset.zip",),
        below='organize_dataset("dataset_id_here")',
    ),
    "client_quickstart": Program(prints=("✓ Complete!",), makes=("my_first_dataset.zip",)),
    "client_patterns": Program(CLIENT_DATASET, ("Ready: True", ": READY"), ("dataset.zip",)),
    "client_errors": Program(CLIENT, makes=("output.zip",)),
    "client_properties": Program(prints=("Organization ID: ", "Organization Name: ")),
    "client_key": Program("import uuid\n", below="assert client.id"),
    "client_retrieve": Program(CLIENT, ("State: READY", "Ready: True", "Progress: 100")),
    # The second line finds the file of the first line, and the strategy is `fail`.
    "client_downloads": Program(CLIENT_DATASET, fails="output.zip exists already."),
    "client_waits": Program(CLIENT_NEW, ("Dataset is ready!",)),
    "client_organizations": Program(prints=(" datasets",)),
    "client_organizations_ready": Program(prints=(" ready",)),
    "client_complete": Program(prints=("Complete!",), makes=("dataset.zip",)),
    "client_readme": Program(makes=("dataset.zip",)),
    "client_monitor": Program(CLIENT_NEW.replace("dataset =", "_ ="), below="assert dataset.ready"),
    "client_filter": Program(CLIENT, ("Ready: ", "Recent: ")),
    "client_batch": Program(CLIENT, ("✓ Created: ",)),
    "client_retry": Program(CLIENT_NEW, makes=("medical_dataset.zip",), below="assert success"),
    "client_callbacks": Program(CLIENT_NEW, ("] READY: 100%",), below="assert success"),
    "client_safe": Program(CLIENT, makes=("output.zip",)),
    "client_api_error": Program(CLIENT, ("Error: badly formed hexadecimal UUID string",)),
    "client_info": Program(CLIENT_DATASET, makes=("dataset.zip", "dataset_info.json")),
    "client_pipeline": Program(CLIENT, ("Extracted ",)),
}


class Run:
    """Runs all programs on one server at the same time, as they mostly wait."""

    def __init__(self, server: Server, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._values = _values(server)
        self._pool = ThreadPoolExecutor(4)
        self._runs: dict[str, Future[subprocess.CompletedProcess[str]]] = {
            name: self._pool.submit(self._start, name) for name in LIST
        }

    def folder(self, name: str) -> Path:
        return self._folder / name

    def result(self, name: str) -> subprocess.CompletedProcess[str]:
        return self._runs[name].result()

    def close(self) -> None:
        self._pool.shutdown()

    def _start(self, name: str) -> subprocess.CompletedProcess[str]:
        folder = self.folder(name)
        folder.mkdir()
        program = LIST[name]
        parts = (program.above, (PROGRAMS / f"{name}.py").read_text("utf-8"), program.below)
        text = "\n".join(parts)
        # Other programs use the same word as a name.
        text = text.replace('.dataset("dataset_id")', '.dataset("dataset_id_here")')
        for placeholder, value in self._values.items():
            text = text.replace(f'"{placeholder}"', f'"{value}"')
        (folder / "program.py").write_text(text, "utf-8")
        return run_program(folder, self._server.environment())


def run_program(folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join(map(str, (PACKAGE / "tests/quick", PACKAGE / "src")))
    return subprocess.run(
        [sys.executable, "program.py"],
        cwd=folder,
        env={**environment, "PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def _values(server: Server) -> dict[str, Any]:
    """The values for the documentation's placeholders."""
    with server.client() as client:
        organization = client.organizations.list()[0].id
        model = client.models.list()[0].id
        made = [
            client.datasets.create(model, 1, {"prompt": "pneumonia"}, organization_id=organization)
            for _ in range(3)
        ]
        ready = [each.wait(timeout=60).id for each in made]
    keys = dict.fromkeys(("your_API_KEY_here", "your_API_KEY", "your-api-key"), server.key)
    places = ("dataset_id_here", "your_dataset_id", "your-dataset-id")
    datasets = dict.fromkeys((*places, "dataset-id", "existing-dataset-id"), ready[0])
    organizations = dict.fromkeys(("your-organization-id", "your-org-id"), organization)
    numbered = {f"id{number}": each for number, each in enumerate(ready, 1)}
    return {**keys, **datasets, **organizations, **numbered, "your-model-id": model}


@pytest.fixture(scope="module", params=SERVERS)
def programs(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Run]:
    with SERVERS[request.param]() as server:
        run = Run(server, tmp_path_factory.mktemp("programs"))
        yield run
        run.close()


@pytest.mark.parametrize("name", LIST)
def test_runs_as_it_is_written(programs: Run, name: str) -> None:
    program, result = LIST[name], programs.result(name)
    assert (result.returncode != 0) == bool(program.fails), result.stderr
    assert program.fails in result.stderr
    assert ("the prompts were joined" in result.stderr) == program.warns
    if not program.fails and not program.warns:
        assert result.stderr == ""
    for text in program.prints:
        assert text in result.stdout
    for pattern in program.makes:
        found = list(programs.folder(name).glob(pattern))
        assert found
        assert all(each.stat().st_size > 0 for each in found)


def test_every_program_is_in_the_list() -> None:
    assert {path.stem for path in PROGRAMS.glob("*.py")} == set(LIST)


def test_the_documented_names_of_errors_catch_a_placeholder_key(tmp_path: Path) -> None:
    text = (PROGRAMS / "module_errors.py").read_text("utf-8")
    (tmp_path / "program.py").write_text(text, "utf-8")
    result = run_program(tmp_path, {"PATH": os.environ["PATH"]})
    assert result.stdout == "Authentication failed. Check your API key.\n"
