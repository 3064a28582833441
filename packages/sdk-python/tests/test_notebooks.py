"""Runs the guide's notebook and others in a kernel against the mock server."""

from __future__ import annotations

import asyncio
import base64
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image

from .places import PACKAGE, ROOT
from .servers import Server, mock_server

DOCS = ROOT / "apps/docs"
GUIDE = DOCS / "docs/guides/training.mdx"
NOTEBOOK = DOCS / "static/notebooks/training-loop.ipynb"
FILMS = DOCS / "static/img/training/films.png"
RESULTS = PACKAGE / "test-results"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The mock server, and an environment for kernels without the user's settings."""
    with mock_server() as server:
        folders = ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
        for name in folders:
            monkeypatch.setenv(name, str(tmp_path / name.lower()))
        monkeypatch.setenv("SINKOVE_CACHE_DIR", str(tmp_path / "cache"))
        monkeypatch.setenv("SINKOVE_API_URL", server.url)
        monkeypatch.setenv("SINKOVE_API_KEY", server.key)
        monkeypatch.setenv("PYTHONPATH", str(PACKAGE / "src"))
        yield server


class Reader(NotebookClient):
    """Interrupts a cell with the tag ``stopped`` at its first progress output."""

    stopping: asyncio.Future[None] | None = None

    def process_message(self, msg: Any, cell: Any, cell_index: int) -> Any:
        output = super().process_message(msg, cell, cell_index)
        shows = msg["msg_type"] in ("stream", "display_data")
        if shows and "stopped" in cell.metadata.get("tags", ()) and self.stopping is None:
            kernel: Any = self.km
            self.stopping = asyncio.ensure_future(kernel.interrupt_kernel())
        return output


def execute(notebook: Any, folder: Path, name: str, **options: Any) -> Any:
    """Runs a notebook, and saves it as HTML in test-results for inspection."""
    resources = {"metadata": {"path": str(folder)}}
    Reader(notebook, timeout=120, resources=resources, **options).execute()
    RESULTS.mkdir(exist_ok=True)
    html, _ = HTMLExporter().from_notebook_node(notebook)
    (RESULTS / f"{name}.html").write_text(html, "utf-8")
    return notebook


def text_of(cell: Any) -> str:
    parts = [
        output.get("text") or output.get("data", {}).get("text/plain", "")
        for output in cell.outputs
    ]
    return "".join(parts)


def picture_of(cell: Any) -> Any:
    [data] = [
        each.data["image/png"] for each in cell.outputs if "image/png" in each.get("data", {})
    ]
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data))), dtype=float)


def test_the_notebook_has_the_code_of_the_guide() -> None:
    guide = GUIDE.read_text("utf-8").split("{/* #generate */}")[1]
    blocks = re.findall(r"^```python\n(.+?)\n```$", guide, re.MULTILINE | re.DOTALL)
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert [cell.source for cell in cells if cell.cell_type == "code"] == blocks
    assert all(not cell.outputs for cell in cells if cell.cell_type == "code")


@pytest.mark.usefixtures("server")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_notebook_of_the_guide_trains(tmp_path: Path) -> None:
    notebook = execute(nbformat.read(NOTEBOOK, as_version=4), tmp_path, "training-loop")
    generated, films, table, _, training, exported = (
        cell for cell in notebook.cells if cell.cell_type == "code"
    )
    assert "<Archive 24 samples of 64x64 pixels: cardiomegaly>" in text_of(generated)
    # The picture in the guide. Other versions of Pillow may draw letters differently.
    assert abs(picture_of(films) - np.asarray(Image.open(FILMS), dtype=float)).mean() < 3
    assert text_of(table).count("cardiomegaly") == 5
    accuracies = [float(each) for each in re.findall(r"films (\d\.\d+)", text_of(training))]
    assert len(accuracies) == 4
    assert accuracies[-1] >= 0.9
    assert text_of(exported) == str(24 * 5)


SHOWN = [
    "import sinkove as sk\n\nclient = sk.client()\nclient.models.list()",
    """config = {"model": "chest-xray-v2", "prompts": ["Pneumonia"], "size": 8}
dataset = client.create_dataset(config)
dataset.wait()""",
    "archive = dataset.open()\narchive",
    "archive[0]",
    "slow = client.create_dataset({**config, 'size': 1000})\nslow.wait()",
    "client.dataset(slow.id).state",
]


@pytest.mark.usefixtures("server")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_notebook_shows_progress_and_objects_and_can_be_stopped(tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, SHOWN)))
    models, waiting, opened, sample, stopped, after = notebook.cells
    stopped.metadata["tags"] = ["stopped", "raises-exception"]
    execute(notebook, tmp_path, "shown")
    assert "<table>" in models.outputs[-1].data["text/html"]
    assert "8/8" in text_of(waiting)
    assert "READY 100 %" in text_of(waiting)
    assert opened.outputs[-1].data["text/html"].count("<img") == 4
    assert "image/png" in sample.outputs[-1].data
    [error] = [each for each in stopped.outputs if each.output_type == "error"]
    assert error.ename == "KeyboardInterrupt"
    assert text_of(after) in ("'PENDING'", "'STARTED'")
