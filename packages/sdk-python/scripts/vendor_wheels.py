"""Downloads the wheels in vendor/pyodide in the versions that the tests use, and lists them."""

from __future__ import annotations

import email
import hashlib
import importlib.metadata
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
VENDOR = PACKAGE / "vendor/pyodide"
# The imports of the client in Pyodide, in loading order. The browser handles connections, TLS and
# certificates.
NAMES = ("typing_extensions", "idna", "anyio", "httpx")


def pinned(name: str) -> str:
    """The version of a package in this environment, which has exact requirements."""
    return importlib.metadata.version(name)


def described(wheel: Path) -> dict[str, str]:
    """The entry of a wheel in wheels.json."""
    return {
        "file": wheel.name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "license": _licence(wheel),
    }


def _licence(wheel: Path) -> str:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        metadata = email.message_from_bytes(archive.read(name))
    licence = metadata["License-Expression"] or metadata["License"]
    if not licence:
        raise LookupError(f"{wheel.name} names no licence: check whether it may be redistributed.")
    return str(licence)


def main() -> None:
    """Replaces the wheels and their list after downloading all of them."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                   "--disable-pip-version-check", "--only-binary=:all:", "--implementation=py",
                   "--abi=none", "--platform=any", f"--dest={folder}"]  # fmt: skip
        subprocess.run([*command, *(f"{name}=={pinned(name)}" for name in NAMES)], check=True)
        wheels = [next(Path(folder).glob(f"{name}-*.whl")) for name in NAMES]
        entries = [described(wheel) for wheel in wheels]
        for old in VENDOR.glob("*.whl"):
            old.unlink()
        for wheel in wheels:
            (VENDOR / wheel.name).write_bytes(wheel.read_bytes())
    (VENDOR / "wheels.json").write_text(json.dumps(entries, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
