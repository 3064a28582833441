"""Plays every behaviour of packages/sdk-conformance with both SDKs and writes BEHAVIOURS.md.

The tests compare the table with the behaviour files and with each SDK.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
CONFORMANCE = PACKAGE.parent / "sdk-conformance"
TARGET = PACKAGE / "BEHAVIOURS.md"

HEAD = """# Behaviours

What the SDKs do when the network or the server fails. Each row is a script for a hostile server in
[packages/sdk-conformance/behaviours](../sdk-conformance/behaviours), which both SDKs play. The
Python client plays it twice, blocking and asynchronous. `npm run behaviours -w packages/sdk-python`
updates this table.

| behaviour | TypeScript | Python |
|---|---|---|
"""


def titles() -> Iterator[tuple[str, int, str]]:
    """The file name, case number and title of each behaviour."""
    for path in sorted((CONFORMANCE / "behaviours").glob("*.json")):
        if path.name == "schema.json":
            continue
        file = json.loads(path.read_text("utf-8"))
        name, values = next(iter(file.get("each", {"": [""]}).items()))
        for number, value in enumerate(values, 1):
            yield path.stem, number, file["title"].replace(f"{{{{{name}}}}}", str(value))


def render(typescript: set[str], python: set[str]) -> str:
    """Renders the table from the ids of the behaviours that each SDK shows."""
    rows = (
        f"| {title.replace('|', chr(92) + '|')} | {_word(title in typescript)} | "
        f"{_word(f'{stem}-{number}' in python)} |\n"
        for stem, number, title in titles()
    )
    return HEAD + "".join(rows)


def _word(shows: bool) -> str:  # noqa: FBT001  (a cell)
    return "yes" if shows else "**no**"


def _passed(report: Path) -> Iterator[str]:
    for case in ET.parse(report).iter("testcase"):
        if case.find("failure") is None and case.find("error") is None:
            yield case.attrib["name"]


def main() -> None:
    """Plays everything, and writes the table."""
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder, "python.xml")
        _run(PACKAGE, sys.executable, "-m", "pytest", "tests/test_behaviours.py",
             "-k", "shows_the_behaviour", f"--junit-xml={ours}")  # fmt: skip
        vitest = ("npx", "vitest", "run", "--config=../../vitest.base.ts", "--root=.")
        _run(CONFORMANCE, *vitest, "test/behaviours.test.ts")
        shown = [name.split("[")[1].rstrip("]") for name in _passed(ours)]
        python = {
            each.removesuffix("-sync")
            for each in shown
            if each.endswith("-sync") and f"{each.removesuffix('-sync')}-async" in shown
        }
        typescript = {
            name.split(" > ", 1)[-1] for name in _passed(CONFORMANCE / "test-results/vitest.xml")
        }
    TARGET.write_text(render(typescript, python), "utf-8")


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=False)


if __name__ == "__main__":
    main()
