"""Reads the files of a ZIP that may be damaged or hostile, from any thread and process."""

from __future__ import annotations

import contextlib
import io
import os
import re
import struct
import threading
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Union

from .._misplaced_key import refuse_key_in
from ..exceptions import ArchiveError, ArgumentError

Openable = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, BinaryIO]

LARGEST_FILE = 256 << 20
"""In bytes, uncompressed. An image of 512 x 512 pixels has about 130 kB."""
MOST_FILES = 200_000
_MOST_GROWTH = 10
_SMALL = 64 << 20
"""The uncompressed size that is always allowed, in bytes."""

_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,  # a compression that this Python does not support
    RuntimeError,  # an encrypted file
    ValueError,  # an invalid encoding of a name, or a negative offset
    OverflowError,
)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|[. ]$')


class Source:
    """A ZIP from a path or from memory.

    Each process opens the file for itself, because forked processes share the position in an open
    file. A pickle contains the path, or the content of an archive in memory.
    """

    def __init__(self, target: Openable) -> None:
        self._origin = _origin_of(target)
        self._identity = _identity_of(self._origin)
        self._handle: _Handle | None = None
        self._is_closed = False
        self.names = frozenset(_check(self._open().zip, _size_of(self._origin), self.label))

    @property
    def path(self) -> Path | None:
        """The path of the ZIP; None for an archive in memory."""
        return self._origin if isinstance(self._origin, Path) else None

    @property
    def label(self) -> str:
        """The name for error messages."""
        return str(self.path or "The archive")

    @property
    def is_closed(self) -> bool:
        """Whether the archive is closed."""
        return self._is_closed

    def read(self, name: str) -> bytes:
        """The content of a file. Raises an ArchiveError if it is missing, damaged, or closed."""
        if name not in self.names:
            raise ArchiveError(f"{self.label} has no file {name!r}.")
        handle = self._open()
        try:
            return handle.read(name)
        except _FAULTS as error:
            if self._is_closed:  # by another thread
                raise self._closed() from None
            raise _damaged(f"{self.label}: {name} is damaged", error) from error

    def close(self) -> None:
        """Closes the file in this process."""
        self._is_closed = True
        handle, self._handle = self._handle, None
        if handle and handle.process == os.getpid():
            handle.close()

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_handle": None}

    def _open(self) -> _Handle:
        """The file handle of this process."""
        if self._is_closed:
            raise self._closed()
        handle = self._handle
        if handle is None or handle.process != os.getpid():
            # Two threads may get here at the same time: each uses its own handle, and one is kept.
            handle = self._handle = self._new_handle()
        return handle

    def _closed(self) -> ArchiveError:
        return ArchiveError(f"{self.label} is closed. Open it again.", code="CLOSED")

    def _new_handle(self) -> _Handle:
        if _identity_of(self._origin) != self._identity:
            raise ArchiveError(
                f"{self.label} has changed since it was opened. Open it again.", code="CHANGED"
            )
        try:
            return _Handle(self._origin)
        except _FAULTS as error:
            raise _damaged(f"{self.label} is not a complete ZIP", error) from error


class _Handle:
    """An open ZIP in one process, and the lock for its threads."""

    def __init__(self, origin: Path | bytes) -> None:
        self.process = os.getpid()
        self.zip = zipfile.ZipFile(io.BytesIO(origin) if isinstance(origin, bytes) else origin)
        self._lock = threading.Lock()

    def read(self, name: str) -> bytes:
        with self._lock:
            return self.zip.read(name)

    def close(self) -> None:
        with self._lock:
            self.zip.close()


def _origin_of(target: Openable) -> Path | bytes:
    if isinstance(target, (bytes, bytearray, memoryview)):
        return bytes(target)
    if isinstance(target, (str, os.PathLike)):
        text = os.fspath(target)
        if isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (may be bytes)
            refuse_key_in("The path", text)
            # Absolute, because a worker may have another working directory.
            return Path(os.path.abspath(os.path.expanduser(text)))  # noqa: PTH100, PTH111  (resolve() follows links)
    elif hasattr(target, "read"):
        with contextlib.suppress(AttributeError, OSError, ValueError):
            target.seek(0)
        content = target.read()
        if isinstance(content, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]  (or text)
            return content
    raise ArgumentError("Open a path, bytes, or a file that is open for reading in binary mode.")


def _identity_of(origin: Path | bytes) -> tuple[int, int] | None:
    if isinstance(origin, bytes):
        return None
    try:
        found = origin.stat()
    except FileNotFoundError:
        raise ArchiveError(f"There is no file {origin}.", code="FILE_NOT_FOUND") from None
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{origin} cannot be read: {error}") from error
    if origin.is_dir():
        raise ArchiveError(f"{origin} is a folder. Open the ZIP itself.")
    return found.st_size, found.st_mtime_ns


def _size_of(origin: Path | bytes) -> int:
    return len(origin) if isinstance(origin, bytes) else origin.stat().st_size


def _damaged(what: str, error: BaseException) -> ArchiveError:
    reason = str(error) or type(error).__name__
    return ArchiveError(f"{what} ({reason}). Download it again.", code="DAMAGED")


def _check(archive: zipfile.ZipFile, size: int, label: str) -> Iterable[str]:
    """The names of the files. Raises an ArchiveError for anything unsafe."""
    files = [each for each in archive.infolist() if not each.orig_filename.endswith("/")]
    fault = (
        _fault_of_names([each.orig_filename for each in archive.infolist()])
        or next(filter(None, map(_fault_of, files)), None)
        or _fault_of_size(sum(each.file_size for each in files), size)
    )
    if fault:
        raise ArchiveError(f"{label} was refused: {fault}", code="UNSAFE_ARCHIVE")
    return [each.filename for each in files]


def _fault_of(file: zipfile.ZipInfo) -> str | None:
    if file.flag_bits & 1:
        return f"{file.filename!r} is encrypted."
    if file.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return f"{file.filename!r} is neither stored nor deflated."
    if file.file_size > LARGEST_FILE:
        return f"{file.filename!r} unpacks to {file.file_size} bytes; {LARGEST_FILE} are allowed."
    return None


def _fault_of_size(total: int, size: int) -> str | None:
    if total <= max(_MOST_GROWTH * size, _SMALL):
        return None
    return f"it has {size} bytes, and unpacks to {total}."


def _fault_of_names(names: list[str]) -> str | None:
    if len(names) > MOST_FILES:
        return f"it has {len(names)} files; {MOST_FILES} are allowed."
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        parts = name.removesuffix("/").split("/")
        if any(part in ("", "..") or _UNSAFE.search(part) or _DEVICE.match(part) for part in parts):
            return f"the name {name[:80]!r} is not safe on every system."
        # Names that differ only in case are one file on macOS and Windows.
        key = "/".join(parts).casefold()
        if key in seen:
            return f"{name[:80]!r} is in it twice."
        seen.add(key)
        folders.update("/".join(key.split("/")[:depth]) for depth in range(1, len(parts)))
    both = sorted(folders & {name.casefold() for name in names})
    return f"{both[0]!r} is a file and a folder." if both else None
