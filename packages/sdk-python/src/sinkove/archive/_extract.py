"""Writes the files of an archive into a folder."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .._misplaced_key import refuse_key_in
from .._sinks import exists_error
from ..downloads import Strategy
from ..exceptions import ArchiveError, ArgumentError
from ._sample import Sample
from ._source import Source

_COMMON = ("metadata.json", "MODEL_CARD.md")


def extract(
    source: Source, samples: Iterable[Sample], folder: str | os.PathLike[str], strategy: Strategy
) -> list[Path]:
    """Writes the files of the samples. The source has already refused unsafe names."""
    if strategy not in ("fail", "skip", "replace"):
        raise ArgumentError('strategy must be "fail", "skip" or "replace".')
    refuse_key_in("The folder", os.fspath(folder))
    root = Path(folder).expanduser()
    targets = {name: root / name for name in _names(source, samples)}
    if strategy == "fail":
        for path in targets.values():
            if os.path.lexists(path):
                raise exists_error(path)
    try:
        for name, path in targets.items():
            if not (strategy == "skip" and path.exists()):
                _write(path, source.read(name))
    except OSError as error:
        raise ArchiveError(f"{root} cannot be written to: {error}", code="NOT_WRITTEN") from error
    return list(targets.values())


def _names(source: Source, samples: Iterable[Sample]) -> list[str]:
    own = [
        name
        for sample in samples
        for name in (sample.file, *(file for mask in sample.masks.values() for file in mask.files))
    ]
    # Two findings may share a mask.
    return list(dict.fromkeys([*(name for name in _COMMON if name in source.names), *own]))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    number, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)  # mkstemp makes files private
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
