"""Opens the file of a dataset, which is downloaded unless the cache has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import anyio.to_thread

from . import cache
from ._core import Core
from ._download import Download, download
from ._effects import CallFunction, Effects
from ._options import RequestOptions
from ._sinks import FileSink
from .archive import Archive
from .archive import open as open_archive
from .downloads import DownloadProgress
from .generated import models

GetUrl = Callable[[RequestOptions], Effects[models.DatasetDownload]]
RunReader = Callable[[Callable[[], Any]], Any]
"""Calls a function that reads a file: :func:`at_once` or :func:`in_thread`."""


def at_once(function: Callable[[], Any]) -> Any:
    """For programs that block."""
    return function()


async def in_thread(function: Callable[[], Any]) -> Any:
    """For programs that await: reading a large file would hold up their other tasks."""
    return await anyio.to_thread.run_sync(function)


def open_cached(
    core: Core,
    url: GetUrl,
    run_reader: RunReader,
    on_progress: Callable[[DownloadProgress], Any],
    options: RequestOptions,
) -> Effects[Archive]:
    """The archive of a dataset. The API is asked once for the SHA-256 of its file."""
    file = yield from url(options)
    path: Path | None = yield CallFunction(run_reader, (partial(cache.find, file.sha256),))
    if path is None:
        cache.make_folder()
        target = cache.path_of(file.sha256)

        def to_cache(now: models.DatasetDownload) -> FileSink:
            return FileSink(target, "replace", now)

        first = _once_then(file, url)
        yield from download(Download(core, first, to_cache, on_progress, options))
        cache.trim(core.runtime.wall(), keep=target)
        path = target
    archive: Archive = yield CallFunction(run_reader, (partial(open_archive, path),))
    return archive


def _once_then(file: models.DatasetDownload, url: GetUrl) -> GetUrl:
    """Gives a URL that is there already, and asks for another when that has expired."""
    given = [file]

    def get(options: RequestOptions) -> Effects[models.DatasetDownload]:
        if given:
            return given.pop()
        return (yield from url(options))

    return get
