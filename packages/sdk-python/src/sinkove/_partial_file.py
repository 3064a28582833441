"""The temporary file of a download. Each writer has its own, and a later download resumes it."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import sys
from pathlib import Path
from typing import BinaryIO

_OPTIONS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
_FAR = 1 << 40
"""An offset that no file reaches, because Windows makes locked bytes unreadable."""


class PartialFile:
    """A temporary file that only this process writes to, because it holds the lock.

    The name comes from the SHA-256 of the content, so the next download of the same content
    resumes this one. A second writer at the same time uses the next free name. The lock ends when
    the process ends, in whatever way.
    """

    def __init__(self, target: Path, sha256: str) -> None:
        # File systems limit names to 255 bytes. The suffixes need at most 39.
        name = target.name.encode(errors="ignore")[:200].decode(errors="ignore")
        self._stem = f"{name}.{sha256[:16]}"
        self._folder = target.parent
        self._is_lasting = True
        self.path, self.file = self._claim()

    def publish(self, target: Path, *, replaces: bool) -> None:
        """Gives the complete file its final name in one step.

        Raises a FileExistsError if the name is taken, unless ``replaces`` is true. A link, unlike a
        rename, never replaces a file.
        """
        self.file.flush()
        os.fsync(self.file.fileno())
        if sys.platform == "win32":  # open files cannot be moved
            self.file.close()
        if replaces:
            self.path.replace(target)
            return
        try:
            os.link(self.path, target)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError, AttributeError):  # a file system without links
            if target.exists():
                raise FileExistsError(target) from None
            self.path.rename(target)

    def close(self, *, keep: bool) -> None:
        """Closes the file. Keeps it for the next download if it has content, or removes it."""
        is_kept = keep and self._is_lasting and self._has_content()
        if sys.platform == "win32":
            self.file.close()
        if not is_kept:
            self._remove(self.path)
        self.file.close()

    def remove_others(self) -> None:
        """Removes partial files of this content that no process is writing."""
        for path in self._folder.glob(f"{glob.escape(self._stem)}*.part"):
            with contextlib.suppress(OSError), path.open("r+b") as file:
                if _try_lock(file):
                    self._remove(path)

    def _has_content(self) -> bool:
        with contextlib.suppress(OSError):  # a full disk
            self.file.flush()
        return os.fstat(self.file.fileno()).st_size > 0

    def _claim(self) -> tuple[Path, BinaryIO]:
        number = 0
        while True:
            path = self._named(f".{number}" if number else "")
            file = os.fdopen(os.open(path, _OPTIONS, 0o666), "r+b")
            locked = _try_lock(file)
            if locked and self._is_private(path, file):
                return path, file
            is_new = os.fstat(file.fileno()).st_size == 0
            file.close()
            if locked is None:
                if is_new:
                    self._remove(path)
                return self._claim_without_lock()
            if not locked:
                number += 1

    def _claim_without_lock(self) -> tuple[Path, BinaryIO]:
        """Opens a file under a random name. No later download can resume it."""
        self._is_lasting = False
        path = self._named(f".{secrets.token_hex(8)}")
        return path, os.fdopen(os.open(path, _OPTIONS | os.O_EXCL, 0o666), "r+b")

    def _named(self, suffix: str) -> Path:
        return self._folder / f"{self._stem}{suffix}.part"

    def _is_private(self, path: Path, file: BinaryIO) -> bool:
        """Whether the opened file still has this name, and no other.

        It may have got its final name just before the lock was acquired. It has both names if a
        process was killed between linking and removing.
        """
        opened = os.fstat(file.fileno())
        if opened.st_nlink > 1:
            self._remove(path)
            return False
        with contextlib.suppress(FileNotFoundError):
            return os.path.samestat(opened, path.stat())
        return False

    @staticmethod
    def _remove(path: Path) -> None:
        with contextlib.suppress(
            FileNotFoundError, PermissionError
        ):  # another process may have it open
            path.unlink()


def lock(file: BinaryIO) -> bool:
    """Locks a file until it is closed. Returns false if another process has locked it.

    Raises an OSError if the file system does not support locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_FAR)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            finally:
                file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _try_lock(file: BinaryIO) -> bool | None:
    """Like :func:`lock`, but returns None if locks are not supported."""
    try:
        return lock(file)
    except (OSError, ImportError):
        return None
