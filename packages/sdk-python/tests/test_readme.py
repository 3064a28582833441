"""The README's example from a dataset to a training loop."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

from .archives import PROMPT
from .places import PACKAGE
from .servers import mock_server

HEADING = "## From a dataset to a training loop"
STAND_INS = Path(__file__).with_name("stand_ins")

LOOP = """
for batch in loader:
    print(batch["image"].shape, batch["labels"].shape)
"""


def test_the_five_lines_of_the_readme_make_a_training_set(tmp_path: Path) -> None:
    text = (PACKAGE / "README.md").read_text("utf-8")
    program = text.split(HEADING)[1].split("```python\n")[1].split("```")[0]
    assert len([line for line in program.splitlines() if line.strip()]) == 5
    with mock_server() as server, server.client() as client:
        config = {"model": "chest-xray-v2", "prompts": [PROMPT], "size": 10}
        dataset = client.create_dataset(config).wait(progress=False)
        told = subprocess.run(
            [sys.executable, "-c", f"dataset_id = {dataset.id!r}\n{program}{LOOP}"],
            cwd=tmp_path,
            env={
                **server.environment(),
                "PYTHONPATH": f"{PACKAGE / 'src'}{os.pathsep}{STAND_INS}",
                "SINKOVE_CACHE_DIR": str(tmp_path / "cache"),
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert told.stderr == ""
    assert told.stdout == "(8, 1, 64, 64) (8, 2)\n(2, 1, 64, 64) (2, 2)\n"
    sheet = np.asarray(Image.open(tmp_path / "films.png"))
    assert sheet.shape == (3 * 196 - 4, 4 * 196 - 4, 3)
    tiles = [sheet[row * 196 + 20, column * 196 : column * 196 + 192] for row, column in GRID]
    assert all(tile.std() > 5 for tile in tiles)


GRID = [(index // 4, index % 4) for index in range(10)]
