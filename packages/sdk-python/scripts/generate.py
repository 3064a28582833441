"""Writes what is made from other files: src/sinkove/generated and generated/reference.json."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import generate_async
import generate_models

for each in (generate_models, generate_async):
    each.TARGET.write_text(each.render(), "utf-8")
# It imports what was just written.
subprocess.run([sys.executable, str(Path(__file__).parent / "reference.py")], check=True)
