"""Builds the sdist and the wheel into ``dist``, and ``dist/pyodide``: what a browser needs.

``dist/pyodide`` holds the pure-Python wheels to unpack there, and ``index.json``, which lists them
in the order in which they are loaded. ``dist/reference.json`` describes every public name.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
DIST = PACKAGE / "dist"
# What the client imports where a transport is passed in; connections, TLS and certificates are the
# browser's.
IN_PYODIDE = ("typing_extensions", "idna", "anyio", "httpx")


def main() -> None:
    """Builds everything anew."""
    shutil.rmtree(DIST, ignore_errors=True)
    _run("build", "--no-isolation", "--outdir", str(DIST), str(PACKAGE))
    (wheel,) = DIST.glob("*.whl")
    for_pyodide = DIST / "pyodide"
    for_pyodide.mkdir()
    _run("pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--only-binary=:all:", "--implementation=py", "--abi=none", "--platform=any",
         "--dest", str(for_pyodide), *_pinned())  # fmt: skip
    shutil.copy(wheel, for_pyodide)
    names = [_wheel_of(name, for_pyodide) for name in (*IN_PYODIDE, "sinkove_sdk")]
    subprocess.run([sys.executable, str(PACKAGE / "scripts/reference.py")], check=True)
    (for_pyodide / "index.json").write_text(json.dumps(names, indent=2) + "\n", "utf-8")


def _pinned() -> list[str]:
    """The versions that this environment has, which requirements.txt pins."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=json", "--disable-pip-version-check"],
        check=True,
        capture_output=True,
        text=True,
    )
    versions = {each["name"]: each["version"] for each in json.loads(listed.stdout)}
    return [f"{name}=={versions[name]}" for name in IN_PYODIDE]


def _wheel_of(name: str, folder: Path) -> str:
    (wheel,) = folder.glob(f"{name}-*.whl")
    return wheel.name


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)


if __name__ == "__main__":
    main()
