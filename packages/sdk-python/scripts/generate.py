"""Generates the files that need Python: the records, and generated/reference.json."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import generate_models

generate_models.TARGET.write_text(generate_models.render(), "utf-8")
# A new process, because it imports the module written above.
subprocess.run([sys.executable, str(Path(__file__).parent / "reference.py")], check=True)
