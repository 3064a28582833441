"""Writes what takes Python to make: the records of the contract, and generated/reference.json."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import generate_models

generate_models.TARGET.write_text(generate_models.render(), "utf-8")
# It imports what was just written.
subprocess.run([sys.executable, str(Path(__file__).parent / "reference.py")], check=True)
