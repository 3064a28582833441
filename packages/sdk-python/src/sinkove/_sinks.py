"""The targets of a download: memory, an open file, or a path."""

from __future__ import annotations

import contextlib
import hashlib
import inspect
import io
import os
import stat
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from ._misplaced_key import refuse_key_in
from ._partial_file import PartialFile
from .downloads import DownloadedFile, Strategy
from .exceptions import ArgumentError, DownloadError
from .generated import models

_CHUNK = 1 << 20


class Sink(Protocol):
    """The target of a download."""

    can_restart: bool

    def existing(self) -> Iterator[bytes]:
        """The bytes of an earlier download, which are not fetched again."""
        ...

    def write(self, data: bytes) -> None:
        """Appends bytes."""

    def restart(self) -> None:
        """Discards all bytes."""

    def finish(self) -> None:
        """Called when the file is complete and its checksum is correct."""

    def fail(self, *, is_corrupt: bool) -> None:
        """Called when the download has failed. ``is_corrupt`` means that the content is wrong."""


class MemorySink:
    """Keeps the bytes in memory."""

    can_restart = True

    def __init__(self) -> None:
        self.data = bytearray()

    def existing(self) -> Iterator[bytes]:
        return iter(())

    def write(self, data: bytes) -> None:
        self.data += data

    def restart(self) -> None:
        self.data.clear()

    def finish(self) -> None:
        pass

    def fail(self, *, is_corrupt: bool) -> None:  # noqa: ARG002
        self.restart()


class StreamSink:
    """Passes the bytes to an open file. Written bytes cannot be discarded."""

    can_restart = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    @staticmethod
    def accepts(target: object) -> bool:
        """Whether a target is a file that takes bytes, and takes them at once.

        A ``write`` that has to be awaited would write nothing.
        """
        write = getattr(target, "write", None)
        if isinstance(target, io.TextIOBase) or inspect.iscoroutinefunction(write):
            return False
        try:
            return callable(write) and getattr(target, "writable", _always)()
        except ValueError:  # it is closed
            return False

    def existing(self) -> Iterator[bytes]:
        return iter(())

    def write(self, data: bytes) -> None:
        while data:
            written: object = self._stream.write(data)
            if type(written) is not int:  # files of other libraries may return nothing
                return
            if not 0 < written <= len(data):
                raise DownloadError("The file does not take any more bytes.", code="NOT_WRITTEN")
            data = data[written:]  # unbuffered files may write less than they were given

    def restart(self) -> None:
        raise NotImplementedError

    def finish(self) -> None:
        pass

    def fail(self, *, is_corrupt: bool) -> None:
        pass


def _always() -> bool:
    return True


class FileSink:
    """Writes to a temporary file, which gets its final name when it is complete.

    If another process has created the final file in the meantime, the same content counts as
    success.
    """

    can_restart = True

    def __init__(self, path: Path, strategy: Strategy, file: models.DatasetDownload) -> None:
        self._path = path
        self._strategy = strategy
        self._wanted = file
        with _writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._partial = PartialFile(path, file.sha256)
            self._open = self._partial.file
            if os.fstat(self._open.fileno()).st_size > file.size:
                self.restart()
        self.result = DownloadedFile(str(path), file.size, skipped=False)

    def existing(self) -> Iterator[bytes]:
        while True:
            with _writing(self._path):
                chunk = self._open.read(_CHUNK)
            if not chunk:
                return
            yield chunk

    def write(self, data: bytes) -> None:
        with _writing(self._path):
            self._open.write(data)

    def restart(self) -> None:
        with _writing(self._path):
            self._open.seek(0)
            self._open.truncate()

    def finish(self) -> None:
        with _writing(self._path):
            try:
                self._partial.publish(self._path, replaces=self._strategy == "replace")
            except FileExistsError:
                self._lose()
            self._partial.close(keep=False)
            self._partial.remove_others()

    def fail(self, *, is_corrupt: bool) -> None:
        with contextlib.suppress(OSError):  # a full disk, which has its error already
            self._partial.close(keep=not is_corrupt)

    def _lose(self) -> None:
        """Handles a file that another process created first, which stays."""
        size, digest = _content_of(self._path)
        if digest == self._wanted.sha256:
            return
        if self._strategy == "fail":
            raise exists_error(self._path) from None
        self.result = DownloadedFile(str(self._path), size, skipped=True)


@contextlib.contextmanager
def _writing(path: Path) -> Generator[None, None, None]:
    """Turns errors of the file system into a DownloadError."""
    try:
        yield
    except OSError as error:
        raise DownloadError(
            f"{path} cannot be written: {error.strerror or error}. Choose another path, or remove"
            " the cause and download it again.",
            code="NOT_WRITTEN",
        ) from error


def _content_of(path: Path) -> tuple[int, str]:
    """The size and SHA-256 of a file."""
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()


def path_of(target: str | os.PathLike[str]) -> Path:
    """The path of a file that can be written to. Its folder may be missing. Creates nothing."""
    text = os.fspath(target)
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (may be bytes)
        raise ArgumentError("The path is of type bytes. Pass text, such as os.fsdecode(path).")
    refuse_key_in("The path", text)
    path = _without_tilde(Path(text))
    fault = _fault_of(path, is_folder=text[-1:] in ("", os.sep, os.altsep))
    if fault:
        raise ArgumentError(f"{text or 'An empty path'} {fault}")
    return path


def _fault_of(path: Path, *, is_folder: bool) -> str | None:
    """Why no file can be written to a path."""
    try:
        if is_folder or path.is_dir():
            return "is a folder. Add the name of a file."
        mode = _mode_of(path)
        if mode is None and path.is_symlink():
            return "is a link to a file that does not exist. Choose another path."
        if mode is not None and not stat.S_ISREG(mode):
            return "is not a regular file. Open it, and pass the open file to datasets.download()."
        above = next(each for each in path.absolute().parents if each.exists())
        if not above.is_dir():
            return f"cannot be created: {above} is a file, not a folder. Choose another path."
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"cannot be used: {reason}. Choose another path."
    return None


def _mode_of(path: Path) -> int | None:
    """The mode of the file that a path leads to; None if it does not exist."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _without_tilde(path: Path) -> Path:
    """Expands ``~`` and ``~user``, as a shell does."""
    with contextlib.suppress(RuntimeError):  # no such user: it may be a file's name
        return path.expanduser()
    return path


def existing_file(path: Path, strategy: Strategy) -> DownloadedFile | None:
    """The existing file if the strategy keeps it. Raises a DownloadError if it must not exist."""
    if strategy not in ("fail", "skip", "replace"):
        raise ArgumentError('strategy must be "fail", "skip" or "replace".')
    if strategy == "replace":
        return None
    with contextlib.suppress(FileNotFoundError):
        size = path.stat().st_size
        if strategy == "fail":
            raise exists_error(path)
        return DownloadedFile(str(path), size, skipped=True)
    return None


def exists_error(path: Path) -> DownloadError:
    """The error for a file that exists already."""
    return DownloadError(
        f'{path} exists already. Choose the strategy "replace" or "skip".',
        code="FILE_EXISTS",
    )
