"""Downloads a file: resumes broken connections, and checks the SHA-256."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ._core import Core, connection_error
from ._effects import (
    CallFunction,
    CloseStream,
    DeadlineExceeded,
    Effects,
    NetworkError,
    OpenStream,
    Request,
    read,
    sleep,
)
from ._options import Limits, RequestOptions, finite
from ._parsing import error_of
from ._sinks import Sink
from ._timing import backoff, is_retryable, retry_after
from ._urls import redirect_target
from .downloads import DownloadProgress
from .exceptions import DownloadError, SinkoveError, TimeoutError
from .generated import models
from .responses import Headers, Response

_MOST_REDIRECTS = 5
_EXPIRED = (403, 410)

SinkT = TypeVar("SinkT", bound=Sink)
GetUrl = Callable[[RequestOptions], Effects[models.DatasetDownload]]
"""Asks the API for a download URL."""


class FileUrl:
    """The URL of a file, and the limits of its download. Starts the total time limit."""

    def __init__(self, core: Core, get: GetUrl, options: RequestOptions) -> None:
        self.core = core
        self.limits: Limits = core.limits.but(options)
        self._get = get
        self._options = options
        self._total = finite(self.limits.total_timeout)
        self._ends_at = core.runtime.now() + (self._total or math.inf)

    def get(self) -> Effects[models.DatasetDownload]:
        """Asks the API for a URL."""
        own: RequestOptions = {**self._options, "total_timeout": self.left()}
        fault: TimeoutError
        try:
            return (yield from self._get(own))
        except TimeoutError as error:
            fault = error
        self.left()  # the error for the whole download, if its time is over
        raise fault

    def left(self) -> float:
        """The remaining seconds. Raises a TimeoutError if there are none."""
        left = self._ends_at - self.core.runtime.now()
        if left > 0:
            return left
        raise TimeoutError("The download", self._total or 0.0)

    def patience(self) -> float | None:
        """How many seconds to wait for data; None for no limit."""
        return finite(min(finite(self.limits.timeout) or math.inf, self.left()))


@dataclass(frozen=True)
class Download(Generic[SinkT]):
    """What to download, and where to."""

    url: FileUrl
    open: Callable[[models.DatasetDownload], SinkT]
    on_progress: Callable[[DownloadProgress], Any]


@dataclass
class _Failure:
    error: SinkoveError
    is_transient: bool
    is_expired: bool = False
    """The URL has expired; the API can issue another."""
    wait: float | None = None


def download(task: Download[SinkT], file: models.DatasetDownload | None = None) -> Effects[SinkT]:
    """Downloads a file, or the one that the API names, into a sink. Returns the sink."""
    file = file or (yield from task.url.get())
    sink = task.open(file)
    is_corrupt = False
    try:
        yield from _Transfer(task, file, sink).run()
        sink.finish()
    except DownloadError as error:
        is_corrupt = error.code == "CHECKSUM_MISMATCH"
        sink.fail(is_corrupt=is_corrupt)
        raise
    except BaseException:
        sink.fail(is_corrupt=False)
        raise
    return sink


class _Transfer:
    """A download in progress."""

    def __init__(self, task: Download[Any], file: models.DatasetDownload, sink: Sink) -> None:
        self._task = task
        self._file = file
        self._sink = sink
        self._core = task.url.core
        self._limits = task.url.limits
        self._hash = hashlib.sha256()
        self._received = 0
        self._etag: str | None = None

    def run(self) -> Effects[None]:
        for chunk in self._sink.existing():
            yield from self._count(chunk)
        was_resumed = self._received > 0
        yield from self._fetch_rest()
        if self._has_checksum():
            return
        if was_resumed and self._sink.can_restart:
            # The part from an earlier run may be damaged. Download the whole file again, once.
            self._restart()
            yield from self._fetch_rest()
            if self._has_checksum():
                return
        raise _mismatch(
            "The downloaded file is not the one that the API named: its SHA-256 differs"
        )

    def _has_checksum(self) -> bool:
        return self._hash.hexdigest() == self._file.sha256

    def _count(self, data: bytes) -> Effects[None]:
        self._hash.update(data)
        self._received += len(data)
        yield CallFunction(
            self._task.on_progress, (DownloadProgress(self._received, self._file.size),)
        )

    def _restart(self) -> None:
        if not self._sink.can_restart:
            raise _incomplete("The connection broke, and the server cannot resume the download.")
        self._sink.restart()
        self._hash = hashlib.sha256()
        self._received = 0
        self._etag = None

    def _fetch_rest(self) -> Effects[None]:
        """Counts retries since the last byte: a long download may break many times."""
        url = self._file.url
        retries = 0
        runtime = self._core.runtime
        while self._received < self._file.size:
            before = self._received
            failure = yield from self._fetch_part(url)
            if self._received >= self._file.size:
                return
            if self._received > before:
                retries = 0
            failure = failure or _Failure(
                _incomplete("The connection ended before the file did, on every attempt."),
                is_transient=True,
            )
            if not failure.is_transient or retries >= self._limits.max_retries:
                raise failure.error
            wait = backoff(retries, runtime.random) if failure.wait is None else failure.wait
            yield from sleep(min(wait, self._task.url.left()))
            retries += 1
            if failure.is_expired:
                url = (yield from self._task.url.get()).url

    def _fetch_part(self, url: str) -> Effects[_Failure | None]:
        stream: Any = None
        try:
            stream = yield from self._open(url)
            failure = self._failure_of(stream.status, stream.headers)
            if failure is not None and failure.is_expired:
                yield from self._refuse_revoked(stream)
            if failure is None:
                self._align(stream.status, stream.headers)
                yield from self._copy(stream)
            return failure
        except DeadlineExceeded:
            self._task.url.left()
            timeout = self._limits.timeout or 0.0
            silent = TimeoutError("Waiting for data of the file", timeout)
            return _Failure(silent, is_transient=True)
        except NetworkError as broken:
            words = str(broken).replace(url, "(the file's URL)")
            hidden = NetworkError(words, not_sent=broken.not_sent)
            error = connection_error("the file's server", hidden)
            return _Failure(error, error.is_transient)
        finally:
            if stream is not None:
                yield CloseStream(stream)

    def _open(self, url: str) -> Effects[Any]:
        """Opens the URL without the key: a presigned URL needs none."""
        headers = {"accept-encoding": "identity"}
        if self._received > 0:
            headers["range"] = f"bytes={self._received}-"
            # A weak tag does not promise the same bytes (RFC 9110, section 13.1.5).
            if self._etag and not self._etag.startswith("W/"):
                headers["if-range"] = self._etag
        for _ in range(_MOST_REDIRECTS + 1):
            stream = yield OpenStream(Request("GET", url, headers), self._task.url.patience())
            location = stream.headers.get("location")
            target = redirect_target(stream.status, location, url, "GET")
            if target is None:
                return stream
            yield CloseStream(stream)
            url = target
        raise _incomplete("The file's server redirects too many times.")

    def _failure_of(self, status: int, headers: Headers) -> _Failure | None:
        if 200 <= status < 300 or status == 416:
            return None
        wait = retry_after(headers, self._core.runtime.wall)
        asked = "" if wait is None else f", and asked to wait {wait:g} s"
        is_patient = wait is None or wait <= self._limits.max_retry_wait
        is_expired = status in _EXPIRED
        return _Failure(
            _incomplete(f"The file's server answered {status}{asked}."),
            is_transient=is_patient and (is_expired or is_retryable(status)),
            is_expired=is_expired,
            wait=wait,
        )

    def _refuse_revoked(self, stream: Any) -> Effects[None]:
        """Raises the error if the key has lost its access, because another URL would not help."""
        headers = stream.headers
        if not (headers.get("content-type") or "").startswith("application/problem+json"):
            return
        body = bytearray()
        while chunk := (yield from read(stream, self._task.url.patience())):
            body += chunk
        response = Response(stream.status, headers, bytes(body))
        error = error_of(response, self._core.credentials.clean, None)
        if error.code == "DOWNLOAD_REVOKED":
            raise error

    def _align(self, status: int, headers: Headers) -> None:
        """Checks that the response continues at the received bytes, and starts again if not."""
        digest = digest_of(headers.get("repr-digest"))
        if digest is not None and digest != self._file.sha256:
            raise _mismatch("The file under this URL is not the one that the API named")
        start = re.match(r"bytes (\d+)-", headers.get("content-range") or "")
        offset = (int(start[1]) if start else -1) if status == 206 else 0
        if status != 416 and offset != self._received:
            self._restart()
            if offset != 0:
                raise NetworkError("The server sent a different range than requested.")
        self._etag = headers.get("etag")

    def _copy(self, stream: Any) -> Effects[None]:
        if stream.status == 416:
            self._restart()
            return
        while self._received < self._file.size:
            chunk = yield from read(stream, self._task.url.patience())
            if not chunk:
                return
            data = chunk[: self._file.size - self._received]
            self._sink.write(data)
            yield from self._count(data)


def digest_of(header: str | None) -> str | None:
    """The SHA-256 in a ``Repr-Digest`` header (RFC 9530), in hexadecimal."""
    match = re.search(r"sha-256=:([^:]+):", header or "")
    try:
        return base64.b64decode(match[1], validate=True).hex() if match else None
    except ValueError:
        return None


def _incomplete(message: str) -> DownloadError:
    return DownloadError(
        f"{message} Download it again: it continues where it stopped.", code="INCOMPLETE"
    )


def _mismatch(message: str) -> DownloadError:
    return DownloadError(
        f"{message}. It was discarded; download it again.", code="CHECKSUM_MISMATCH"
    )
