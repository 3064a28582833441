"""Opens a dataset's file, and downloads it first if it is not in the cache."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import anyio.to_thread

from . import cache
from ._core import Core
from ._download import Download, FileUrl, GetUrl, download
from ._effects import CallFunction, Effects
from ._options import RequestOptions
from ._sinks import FileSink
from .archive import Archive
from .archive import open as open_archive
from .downloads import DownloadProgress
from .generated import models

RunReader = Callable[[Callable[[], Any]], Any]
"""Calls a function that reads a file: :func:`at_once` or :func:`in_thread`."""


def at_once(function: Callable[[], Any]) -> Any:
    """Runs the function in this thread, for the blocking client."""
    return function()


async def in_thread(function: Callable[[], Any]) -> Any:
    """Runs the function in another thread, so that it does not block the event loop."""
    return await anyio.to_thread.run_sync(function)


def open_cached(
    core: Core,
    get_url: GetUrl,
    run_reader: RunReader,
    on_progress: Callable[[DownloadProgress], Any],
    options: RequestOptions,
) -> Effects[Archive]:
    """The archive of a dataset. Asks the API for the SHA-256 of its file first."""
    url = FileUrl(core, get_url, options)
    file = yield from url.get()
    path: Path | None = yield CallFunction(run_reader, (partial(cache.find, file.sha256),))
    if path is None:
        cache.make_folder()
        target = cache.path_of(file.sha256)

        def to_cache(now: models.DatasetDownload) -> FileSink:
            return FileSink(target, "replace", now)

        yield from download(Download(url, to_cache, on_progress), file)
        cache.trim(core.runtime.wall(), keep=target)
        path = target
    archive: Archive = yield CallFunction(run_reader, (partial(open_archive, path),))
    return archive
