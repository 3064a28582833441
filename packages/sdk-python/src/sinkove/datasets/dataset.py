"""Datasets of the blocking client."""

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
    from ..resources import Datasets


class BlockingReadiness(Readiness):
    """``dataset.ready`` in the blocking client."""

    def __call__(self) -> bool:
        """Asks the API whether the dataset is ready."""
        dataset: Dataset = self._dataset
        return dataset.reload().state == "READY"


class Dataset(BaseDataset):
    """A dataset and its methods."""

    def _resource_class(self) -> type[Datasets]:
        from ..generated.resources import Datasets

        return Datasets

    @property
    def _datasets(self) -> Datasets:
        return self._attached()  # type: ignore[no-any-return]  # as attach() checks

    @property
    def ready(self) -> BlockingReadiness:
        """Whether the file can be downloaded. ``dataset.ready()`` asks the API."""
        return BlockingReadiness.of(self)

    def reload(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Dataset:
        """Fetches the current state and progress."""
        self._update_from(
            self._datasets.get(
                self.id,
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            )
        )
        return self

    _reload_metadata = reload  # the official client's name

    def wait(
        self,
        timeout: float | None = None,
        *,
        on_progress: Callable[[Dataset], Any] | None = None,
        progress: bool = True,
        max_interval: float = LONGEST_INTERVAL,
    ) -> Dataset:
        """Waits until the dataset is ready, for at most ``timeout`` seconds.

        Shows a bar with the state and the number of finished images, in a terminal or a notebook,
        if tqdm is installed; ``progress=False`` hides it.

        Raises:
            DatasetError: The dataset failed or expired.
            TimeoutError: The dataset was not ready in time. You can wait again, in any process.
        """
        latest = self._datasets.wait(
            self.id,
            timeout,
            on_progress=on_progress,
            progress=progress,
            max_interval=max_interval,
        )
        self._update_from(latest)
        return self

    def download(
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

        Args:
            output_file: The path. It only ever has a complete file.
            strategy: What to do if the file exists: ``fail``, ``skip`` or ``replace`` it.
            wait: Wait until the dataset is ready, for at most ``timeout`` seconds.

        Raises:
            DownloadError: The file exists already, or its checksum is wrong.
        """
        if wait and not existing_file(path_of(output_file), strategy):
            self.wait(timeout, progress=progress)
        return self._datasets.download(
            self.id, output_file, strategy=strategy, on_progress=on_progress, progress=progress
        )

    def save(self, path: str | os.PathLike[str], strategy: Strategy = "replace") -> DownloadedFile:
        """Downloads the dataset's ZIP to a path, and replaces an existing file."""
        return self.download(path, strategy)

    def open(
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
            >>> archive = dataset.open()
            >>> archive[0].boxes
        """
        return self._datasets.open(
            self.id,
            on_progress=on_progress,
            progress=progress,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )

    def delete(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Permanently deletes the dataset and its file."""
        self._datasets.delete(
            self.id,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )


__all__ = ["Dataset"]
