"""What resources need of their client, and the plans that are the same in both worlds."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, BinaryIO, TypeVar

from ._core import Core
from ._download import Download, DownloadProgress, download
from ._files import (
    DownloadedFile,
    FileSink,
    MemorySink,
    Sink,
    Strategy,
    StreamSink,
    existing_file,
    path_of,
)
from ._flow import Flow, Response
from ._model_names import with_model_id
from ._operation import Operation
from ._options import RequestOptions
from .exceptions import ArgumentError
from .generated import models

T = TypeVar("T")

last_response: ContextVar[Response | None] = ContextVar("sinkove_last_response", default=None)
"""Set by each call: what ``with_response`` hands out."""


def send(core: Core, operation: Operation, options: RequestOptions) -> Flow[tuple[Any, Response]]:
    """Sends an operation; a slug in the place of a model's id costs one more request, once."""
    operation = yield from with_model_id(core, operation, options)
    return (yield from core.call(operation, options))


def call(
    core: Core, operation: Operation, decode_with: Callable[[Any], T], options: RequestOptions
) -> Flow[T]:
    """Sends an operation; the answer is what it decodes to."""
    data, response = yield from send(core, operation, options)
    last_response.set(response)
    return decode_with(data)


def fetch_file(
    core: Core,
    url: Callable[[RequestOptions], Flow[models.DatasetDownload]],
    target: str | os.PathLike[str] | BinaryIO | None,
    strategy: Strategy,
    on_progress: Callable[[DownloadProgress], Any],
    options: RequestOptions,
) -> Flow[bytes | DownloadedFile | None]:
    """Downloads to a path, to an open file, or (without a target) into memory."""
    if isinstance(target, (str, os.PathLike)):
        path = path_of(target)
        existing = existing_file(path, strategy)
        if existing:
            return existing

        def to_path(file: models.DatasetDownload) -> FileSink:
            return FileSink(path, strategy, file)

        written = yield from download(Download(core, url, to_path, on_progress, options))
        return written.result

    if target is not None and not hasattr(target, "write"):
        raise ArgumentError("Download into memory, to a path or to a file open for writing.")

    def to_stream(_file: models.DatasetDownload) -> Sink:
        return MemorySink() if target is None else StreamSink(target)

    sink = yield from download(Download(core, url, to_stream, on_progress, options))
    return bytes(sink.data) if isinstance(sink, MemorySink) else None
