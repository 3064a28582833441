"""Compares import time and installed size with other SDKs, each in its own environment.

Prints ratios to an empty program and to this package; `sinkove again` is the control.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
ROUNDS = 15
PEERS = {"openai": "openai==3.54.0", "stripe": "stripe==16.1.0"}
PROGRAMS = {
    "nothing": ("sinkove", "pass"),
    "sinkove": ("sinkove", "import sinkove"),
    "sinkove again": ("sinkove", "import sinkove"),
    "sinkove, with a client": ("sinkove", "import sinkove; sinkove.Sinkove"),
    "openai": ("openai", "import openai"),
    "stripe": ("stripe", "import stripe"),
}


def main() -> None:
    """Installs the SDKs, measures them, and prints a table."""
    (wheel,) = (PACKAGE / "dist").glob("*.whl")
    with tempfile.TemporaryDirectory() as folder:
        pythons: dict[str, str] = {}
        sizes: dict[str, int] = {}
        for name, requirement in {"sinkove": str(wheel), **PEERS}.items():
            pythons[name], sizes[name] = _install(Path(folder, name), requirement)
        times = _measure(pythons)
    _print(times, sizes)


def _install(folder: Path, requirement: str) -> tuple[str, int]:
    """The environment's Python, and how many bytes the installation added."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    before = _size(folder)
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([*pip, requirement], check=True)
    size = _size(folder) - before
    for _, program in PROGRAMS.values():  # compiles the imports, so that no measured run does
        subprocess.run([python, "-c", program], check=False, stderr=subprocess.DEVNULL)
    return python, size


def _size(folder: Path) -> int:
    return sum(each.stat().st_size for each in folder.rglob("*") if _counts(each))


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc"


def _measure(pythons: dict[str, str]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(ROUNDS):
        for name, (home, program) in PROGRAMS.items():
            started_at = time.perf_counter()
            subprocess.run([pythons[home], "-c", program], check=True)
            times[name].append(time.perf_counter() - started_at)
    return times


def _print(times: dict[str, list[float]], sizes: dict[str, int]) -> None:
    middle = {name: statistics.median(each) for name, each in times.items()}
    own = middle["sinkove"] - middle["nothing"]
    print("| import | over an empty program | over sinkove, without the start |")
    print("|---|---|---|")
    for name, seconds in middle.items():
        over = (seconds - middle["nothing"]) / own
        print(f"| {name} | {seconds / middle['nothing']:.2f} | {over:.1f} |")
    print("\n| installed, with dependencies | over sinkove |\n|---|---|")
    for name, size in sizes.items():
        print(f"| {name}: {size / 1e6:.1f} MB | {size / sizes['sinkove']:.1f} |")


if __name__ == "__main__":
    main()
