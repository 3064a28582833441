"""Datasets of the asynchronous client."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .._options import FROM_CLIENT, FromClient
from .._polling import LONGEST_INTERVAL
from .._sinks import existing_file, path_of
from ..downloads import DownloadedFile, DownloadProgress, Strategy
from ._base import BaseDataset, Readiness

if TYPE_CHECKING:
    from ..archive import Archive
    from ..resources import AsyncDatasets


class AsyncReadiness(Readiness):
    """``dataset.ready`` in the asynchronous client."""

    async def __call__(self) -> bool:
        """Asks the API whether the dataset is ready."""
        dataset: AsyncDataset = self._dataset
        return (await dataset.reload()).state == "READY"


class AsyncDataset(BaseDataset):
    """A dataset and its methods."""

    def _resource_class(self) -> type[AsyncDatasets]:
        from ..generated.async_resources import AsyncDatasets

        return AsyncDatasets

    @property
    def _datasets(self) -> AsyncDatasets:
        return self._attached()  # type: ignore[no-any-return]  # as attach() checks

    @property
    def ready(self) -> AsyncReadiness:
        """Whether the file can be downloaded. ``await dataset.ready()`` asks the API."""
        return AsyncReadiness.of(self)

    async def reload(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncDataset:
        """Fetches the current state and progress."""
        self._update_from(
            await self._datasets.get(
                self.id,
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            )
        )
        return self

    async def wait(
        self,
        timeout: float | None = None,
        *,
        on_progress: Callable[[AsyncDataset], Any] | None = None,
        progress: bool = True,
        max_interval: float = LONGEST_INTERVAL,
    ) -> AsyncDataset:
        """Waits until the dataset is ready, for at most ``timeout`` seconds.

        Raises:
            DatasetError: The dataset failed or expired.
            TimeoutError: The dataset was not ready in time. You can wait again, in any process.
        """
        latest = await self._datasets.wait(
            self.id,
            timeout,
            on_progress=on_progress,
            progress=progress,
            max_interval=max_interval,
        )
        self._update_from(latest)
        return self

    async def download(
        self,
        output_file: str | os.PathLike[str],
        strategy: Strategy = "fail",
        wait: bool = False,  # noqa: FBT001, FBT002  (as in the official client)
        timeout: float | None = None,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
    ) -> DownloadedFile:
        """Downloads the dataset's ZIP to a path. Creates the folder if it is missing.

        Raises:
            DownloadError: The file exists already, or its checksum is wrong.
        """
        if wait and not existing_file(path_of(output_file), strategy):
            await self.wait(timeout, progress=progress)
        return await self._datasets.download(
            self.id, output_file, strategy=strategy, on_progress=on_progress, progress=progress
        )

    async def save(
        self, path: str | os.PathLike[str], strategy: Strategy = "replace"
    ) -> DownloadedFile:
        """Downloads the dataset's ZIP to a path, and replaces an existing file."""
        return await self.download(path, strategy)

    async def open(
        self,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Archive:
        """Opens the dataset's file: its samples, with images, masks, boxes and findings.

        Downloads it into :mod:`sinkove.cache`, unless it is there already.

        Example:
            >>> archive = await dataset.open()
            >>> archive[0].boxes
        """
        return await self._datasets.open(
            self.id,
            on_progress=on_progress,
            progress=progress,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )

    async def delete(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Permanently deletes the dataset and its file."""
        await self._datasets.delete(
            self.id,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )


__all__ = ["AsyncDataset"]
