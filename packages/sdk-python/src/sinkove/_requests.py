"""Sends operations and downloads files, for the resources of both clients."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, BinaryIO, TypeVar

from ._core import Core
from ._download import Download, FileUrl, GetUrl, download
from ._effects import Effects
from ._model_slugs import with_model_id
from ._operation import Operation
from ._options import RequestOptions
from ._sinks import FileSink, MemorySink, Sink, StreamSink, existing_file, path_of
from .downloads import DownloadedFile, DownloadProgress, Strategy
from .exceptions import ArgumentError
from .generated import models
from .responses import Response

T = TypeVar("T")

last_response: ContextVar[Response | None] = ContextVar("sinkove_last_response", default=None)
"""The response of the last call, for ``with_response``."""


def send(
    core: Core, operation: Operation, options: RequestOptions
) -> Effects[tuple[Any, Response]]:
    """Sends an operation. The first use of a model's slug sends one more request."""
    operation = yield from with_model_id(core, operation, options)
    data, response = yield from core.call(operation, options)
    last_response.set(response)
    return data, response


def call(
    core: Core, operation: Operation, decode: Callable[[Any, Response], T], options: RequestOptions
) -> Effects[T]:
    """Sends an operation. Returns the decoded response."""
    data, response = yield from send(core, operation, options)
    return decode(data, response)


def fetch_file(
    core: Core,
    get_url: GetUrl,
    target: str | os.PathLike[str] | BinaryIO | None,
    strategy: Strategy,
    on_progress: Callable[[DownloadProgress], Any],
    options: RequestOptions,
) -> Effects[bytes | DownloadedFile | None]:
    """Downloads to a path, to an open file, or into memory if ``target`` is None."""
    url = FileUrl(core, get_url, options)
    if isinstance(target, (str, os.PathLike)):
        path = path_of(target)
        existing = existing_file(path, strategy)
        if existing:
            return existing

        def to_path(file: models.DatasetDownload) -> FileSink:
            return FileSink(path, strategy, file)

        written = yield from download(Download(url, to_path, on_progress))
        return written.result

    if target is not None and not StreamSink.accepts(target):
        raise ArgumentError(
            "target must be a path, a file open for writing in binary mode, or None for memory."
            " The write() of the file must not have to be awaited."
        )

    def to_stream(_file: models.DatasetDownload) -> Sink:
        return MemorySink() if target is None else StreamSink(target)

    sink = yield from download(Download(url, to_stream, on_progress))
    return bytes(sink.data) if isinstance(sink, MemorySink) else None
