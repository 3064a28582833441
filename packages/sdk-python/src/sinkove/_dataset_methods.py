"""What datasets can do beyond the operations of the API, for programs that block."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, overload

from ._base_dataset_methods import BaseDatasetMethods
from ._dataset_config import DatasetConfig, resolve_config
from ._open_dataset import at_once, open_cached
from ._options import FROM_CLIENT, FromClient, Id, request_options
from ._polling import LONGEST_INTERVAL
from ._progress import download_bar, wait_bar
from ._requests import fetch_file
from ._resource import Resource
from .datasets.dataset import Dataset
from .downloads import DownloadedFile, DownloadProgress, Strategy
from .generated import models

if TYPE_CHECKING:
    from .archive import Archive


class DatasetMethods(BaseDatasetMethods, Resource):
    """Waiting for datasets, their files, and configurations."""

    def wait(
        self,
        dataset_id: Id | models.Dataset,
        timeout: float | None = None,
        *,
        on_progress: Callable[[Dataset], Any] | None = None,
        progress: bool = True,
        max_interval: float = LONGEST_INTERVAL,
    ) -> Dataset:
        """Waits until a dataset is ready, for at most ``timeout`` seconds.

        Asks at intervals that grow from a second by half each time, to ``max_interval``. The state
        is the server's: wait again at any time, in any process.

        Args:
            on_progress: Called with the dataset each time that its state or progress changes.
            progress: Show the state and the images done in a bar, in a terminal or a notebook, if
                tqdm is installed.

        Raises:
            DatasetError: It failed or expired.
            TimeoutError: The time is over.
        """
        poller = self._poller(Dataset, dataset_id, timeout, max_interval)
        with wait_bar(dataset_id, shown=progress) as show:

            def report(dataset: Dataset) -> Any:
                show(dataset)
                return on_progress(dataset) if on_progress else None

            return self._session.run(poller.finish(report))

    def watch(
        self,
        dataset_id: Id | models.Dataset,
        timeout: float | None = None,
        *,
        max_interval: float = LONGEST_INTERVAL,
    ) -> Iterator[Dataset]:
        """The dataset at once, then whenever its state or progress changes, until it is ready.

        Raises, as :meth:`wait` does, where it will never be.

        Example:
            >>> for dataset in client.datasets.watch(dataset_id):
            ...     print(dataset.state, dataset.progress)
        """
        poller = self._poller(Dataset, dataset_id, timeout, max_interval)
        dataset = self._session.run(poller.step())
        while dataset is not None:
            yield dataset
            dataset = self._session.run(poller.step())

    @overload
    def download(
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
    def download(
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
    def download(
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
    def download(
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
        """Downloads a dataset's file: into memory, to a path, or to a file that is open.

        Broken connections are resumed, and the SHA-256 is checked; under its path there is never a
        file that is not whole. ``timeout`` is how long the connection may be silent.
        A terminal or a notebook shows the bytes in a bar, if tqdm is installed; ``progress=False``
        hides it.

        Raises:
            DownloadError: The file exists already, or its checksum is wrong.

        Example:
            >>> client.datasets.download(dataset_id, "cardiomegaly.zip", strategy="replace")
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

            return self._session.run(fetch_file(self._core, url, target, strategy, report, options))

    def open(
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

        Downloads the file into the :mod:`sinkove.cache`, unless it is there already. Each call asks
        the API for the SHA-256 of the file, and checks the file against it. Several processes can
        open the same dataset at once.

        Raises:
            APIError: The dataset is not ready, or has expired.
            ConfigurationError: The cache folder cannot be written to.
            DownloadError: The download did not come to its end.

        Example:
            >>> archive = client.datasets.open(dataset_id)
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

            return self._session.run(open_cached(self._core, url, at_once, report, options))

    def create_from(
        self,
        config: DatasetConfig | Mapping[str, Any],
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Dataset:
        """Creates a dataset from a configuration.

        ``{"model": "chest-xray-v2", "prompts": ["Severe cardiomegaly"], "size": 50}``: the model by
        its slug, its id or a ``Model``; ``args`` for what else the model takes. A model takes one
        prompt for all samples of a dataset: several are joined into one, and a warning says so.
        """
        options = request_options(
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            idempotency_key=idempotency_key,
            headers=headers,
        )
        operation = self._session.run(resolve_config(self._core, config, options))
        return self._send(operation, Dataset, options)
