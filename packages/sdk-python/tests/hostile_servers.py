"""The hostile server of packages/sdk-conformance."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from .places import CONFORMANCE, NODE, environment


class HostileServers:
    """The hostile server of sdk-conformance: one process with a server for each behaviour."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [NODE, "src/hostile-server-cli.ts", "-"],
            cwd=CONFORMANCE,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, path: Path, case: int) -> dict[str, Any]:
        """Starts the next server, and stops the previous one."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{path} {case}\n")
        self._process.stdin.flush()
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told

    def close(self) -> None:
        self._process.communicate(timeout=30)
