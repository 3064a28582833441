"""Asynchronous dataset methods beyond the operations of the API."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, overload

from ._async_resource import AsyncResource
from ._base_dataset_methods import BaseDatasetMethods
from ._dataset_config import DatasetConfig, resolve_config
from ._open_dataset import in_thread, open_cached
from ._options import FROM_CLIENT, FromClient, Id, request_options
from ._polling import LONGEST_INTERVAL
from ._progress import download_bar, wait_bar
from ._requests import fetch_file
from .datasets.async_dataset import AsyncDataset
from .downloads import DownloadedFile, DownloadProgress, Strategy
from .generated import models

if TYPE_CHECKING:
    from .archive import Archive


class AsyncDatasetMethods(BaseDatasetMethods, AsyncResource):
    """Waiting for datasets, downloading them, and creating them from configurations."""

    async def wait(
        self,
        dataset_id: Id | models.Dataset,
        timeout: float | None = None,
        *,
        on_progress: Callable[[AsyncDataset], Any] | None = None,
        progress: bool = True,
        max_interval: float = LONGEST_INTERVAL,
    ) -> AsyncDataset:
        """Waits until a dataset is ready, for at most ``timeout`` seconds.

        Polls after one second, then at intervals that grow by half each time, up to
        ``max_interval``. The server keeps the state, so you can wait again in any process.

        Args:
            on_progress: Called with the dataset when its state or progress changes.
            progress: Show a bar with the state and the number of finished images, in a terminal or
                a notebook, if tqdm is installed.

        Raises:
            DatasetError: The dataset failed or expired.
            TimeoutError: The dataset was not ready in time.
        """
        poller = self._poller(AsyncDataset, dataset_id, timeout, max_interval)
        with wait_bar(dataset_id, shown=progress) as show:

            def report(dataset: AsyncDataset) -> Any:
                show(dataset)
                return on_progress(dataset) if on_progress else None

            return await self._session.run(poller.finish(report))

    async def watch(
        self,
        dataset_id: Id | models.Dataset,
        timeout: float | None = None,
        *,
        max_interval: float = LONGEST_INTERVAL,
    ) -> AsyncIterator[AsyncDataset]:
        """Yields the dataset at once, and when its state or progress changes, until it is ready.

        Raises the same errors as :meth:`wait`.

        Example:
            >>> async for dataset in client.datasets.watch(dataset_id):
            ...     print(dataset.state, dataset.progress)
        """
        poller = self._poller(AsyncDataset, dataset_id, timeout, max_interval)
        dataset = await self._session.run(poller.step())
        while dataset is not None:
            yield dataset
            dataset = await self._session.run(poller.step())

    @overload
    async def download(
        self,
        dataset_id: Id | models.Dataset,
        target: None = None,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> bytes: ...
    @overload
    async def download(
        self,
        dataset_id: Id | models.Dataset,
        target: str | os.PathLike[str],
        *,
        strategy: Strategy = "fail",
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> DownloadedFile: ...
    @overload
    async def download(
        self,
        dataset_id: Id | models.Dataset,
        target: BinaryIO,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None: ...
    async def download(
        self,
        dataset_id: Id | models.Dataset,
        target: str | os.PathLike[str] | BinaryIO | None = None,
        *,
        strategy: Strategy = "fail",
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> bytes | DownloadedFile | None:
        """Downloads a dataset's file into memory, to a path, or to an open file.

        Resumes broken connections and checks the SHA-256. The path only ever has a complete file.
        ``timeout`` is the longest time without data, and ``total_timeout`` the longest time for the
        whole download, in seconds.
        Shows a progress bar in a terminal or a notebook, if tqdm is installed; ``progress=False``
        hides it.

        Raises:
            DownloadError: The file exists already, or its checksum is wrong.
            TimeoutError: A time limit has passed. Another call continues the download.

        Example:
            >>> await client.datasets.download(dataset_id, "cardiomegaly.zip", strategy="replace")
        """
        options = request_options(
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )
        url = partial(self._url, dataset_id)
        with download_bar(dataset_id, shown=progress) as show:

            def report(done: DownloadProgress) -> Any:
                show(done)
                return on_progress(done) if on_progress else None

            return await self._session.run(
                fetch_file(self._core, url, target, strategy, report, options)
            )

    async def open(
        self,
        dataset_id: Id | models.Dataset,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Archive:
        """Opens a dataset's file: its samples, with images, masks, boxes and findings.

        Downloads the file into :mod:`sinkove.cache`, unless it is there already. Each call asks the
        API for the SHA-256 of the file and checks the file against it. Several processes can open
        the same dataset at the same time.

        Raises:
            APIError: The dataset is not ready, or has expired.
            ConfigurationError: The cache folder is not writable.
            DownloadError: The download failed.

        Example:
            >>> archive = await client.datasets.open(dataset_id)
            >>> archive[0].boxes
        """
        options = request_options(
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )
        url = partial(self._url, dataset_id)
        with download_bar(dataset_id, shown=progress) as show:

            def report(done: DownloadProgress) -> Any:
                show(done)
                return on_progress(done) if on_progress else None

            return await self._session.run(open_cached(self._core, url, in_thread, report, options))

    async def create_from(
        self,
        config: DatasetConfig | Mapping[str, Any],
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncDataset:
        """Creates a dataset from a configuration.

        ``{"model": "chest-xray-v2", "prompts": ["Severe cardiomegaly"], "size": 50}``. ``model`` is
        a slug, an id or a ``Model``; ``args`` holds the model's other arguments. A model takes one
        prompt for all samples of a dataset: several prompts are joined into one, with a warning.
        """
        options = request_options(
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            idempotency_key=idempotency_key,
            headers=headers,
        )
        operation = await self._session.run(resolve_config(self._core, config, options))
        return await self._send(operation, AsyncDataset, options)
