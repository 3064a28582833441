"""Downloaded datasets, stored by the SHA-256 of their files.

``dataset.open()`` uses this cache, so that a program that runs again downloads nothing. The folder
is ``SINKOVE_CACHE_DIR``, or else ``sinkove`` in the system's cache folder: ``$XDG_CACHE_HOME`` or
``~/.cache`` on Linux, ``~/Library/Caches`` on macOS, ``%LOCALAPPDATA%`` on Windows.

The cache holds 10 GB; set ``SINKOVE_CACHE_SIZE`` to change that, such as ``50GB``. When a dataset
is added, the least recently used ones are removed, except those used within the last day.

Example:
    >>> from sinkove import cache
    >>> cache.folder(), cache.size()
    >>> cache.clear()
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import time
from pathlib import Path

from ._partial_file import lock
from .exceptions import ConfigurationError

__all__ = ["clear", "folder", "size"]

DEFAULT_SIZE = 10 * 10**9
"""In bytes."""
_DAY = 24 * 60 * 60
_CHUNK = 1 << 20
_UNITS = {"": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_SHA256 = re.compile(r"[0-9a-f]{64}")


def folder() -> Path:
    """The cache folder. It may not exist yet.

    Raises:
        ConfigurationError: The user has no home folder, and SINKOVE_CACHE_DIR is not set.
    """
    if chosen := os.environ.get("SINKOVE_CACHE_DIR"):
        return Path(chosen).expanduser().absolute()
    try:
        return _system_folder() / "sinkove"
    except RuntimeError:
        raise ConfigurationError(
            "There is no home folder for the cache. Set SINKOVE_CACHE_DIR to a folder."
        ) from None


def size() -> int:
    """The size of the cache in bytes, including unfinished downloads."""
    return sum(_stat_of(path)[0] for path in _files())


def clear() -> int:
    """Removes all files except downloads in progress. Returns how many bytes were freed.

    On Windows, files that a program has open also stay.
    """
    return sum(map(_remove, _files()))


def path_of(sha256: str) -> Path:
    """The path of the file with this SHA-256, whether it exists or not."""
    return folder() / f"{sha256}.zip"


def find(sha256: str) -> Path | None:
    """The file with this SHA-256; None if it is missing or damaged. Marks it as used."""
    path = path_of(sha256)
    try:
        with path.open("rb") as file:
            digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    if digest.hexdigest() != sha256:
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return path


def make_folder() -> None:
    """Creates the folder, readable only by this user.

    Raises:
        ConfigurationError: The folder is not writable.
    """
    path = folder()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        writable = os.access(path, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise ConfigurationError(
            f"The cache folder {path} is not writable. Set SINKOVE_CACHE_DIR to another folder,"
            " or download the dataset to a path and open that file."
        )


def trim(now: float | None = None, *, keep: Path | None = None) -> None:
    """Removes the least recently used files until the cache is within its limit.

    Files used within the last day stay, because another program may be about to read them.
    ``keep`` is never removed.
    """
    limit = _limit()
    now = time.time() if now is None else now
    stats = {path: _stat_of(path) for path in _files()}
    total = sum(length for length, _ in stats.values())
    for path, (_, used) in sorted(stats.items(), key=lambda each: each[1][1]):
        if total <= limit or used > now - _DAY:
            return
        if path != keep:
            total -= _remove(path)


def _system_folder() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData/Local"
    chosen = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".cache"


def _limit() -> int:
    text = os.environ.get("SINKOVE_CACHE_SIZE", "").strip()
    if not text:
        return DEFAULT_SIZE
    match = re.fullmatch(r"(\d{1,15}(?:\.\d{1,9})?)\s*([KMGT]?B)?", text, re.IGNORECASE)
    if not match:
        raise ConfigurationError('SINKOVE_CACHE_SIZE must be a size such as "50GB".')
    unit = (match[2] or "").upper().removeprefix("B")
    return int(float(match[1]) * _UNITS[unit])


def _files() -> list[Path]:
    """The files that this module created, and no others in the folder."""
    try:
        return [path for path in folder().iterdir() if _SHA256.match(path.name) and _is_ours(path)]
    except OSError:
        return []


def _is_ours(path: Path) -> bool:
    return path.suffix in (".zip", ".part") and path.is_file() and not path.is_symlink()


def _stat_of(path: Path) -> tuple[int, float]:
    try:
        found = path.stat()
    except OSError:  # another process has removed it
        return 0, 0.0
    return found.st_size, found.st_mtime


def _remove(path: Path) -> int:
    length, _ = _stat_of(path)
    try:
        if path.suffix == ".part" and _is_written_to(path):
            return 0
        path.unlink()
    except OSError:  # removed by another process, or in use on Windows
        return 0
    return length


def _is_written_to(path: Path) -> bool:
    with path.open("r+b") as file:
        try:
            return not lock(file)
        except (OSError, ImportError):  # a file system or a Python without locks
            return False
