"""Datasets, for programs that block."""

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
    """``dataset.ready``, for programs that block."""

    def __call__(self) -> bool:
        """Asks the API."""
        dataset: Dataset = self._dataset
        return dataset.reload().state == "READY"


class Dataset(BaseDataset):
    """A dataset, and what can be done with it."""

    def _resource_class(self) -> type[Datasets]:
        from ..generated.resources import Datasets

        return Datasets

    @property
    def _datasets(self) -> Datasets:
        return self._attached()  # type: ignore[no-any-return]  # as attach() checks

    @property
    def ready(self) -> BlockingReadiness:
        """Whether it can be downloaded: ``dataset.ready`` as last seen, ``dataset.ready()`` now."""
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
        """Takes the state and progress that the API has now."""
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

    _reload_metadata = reload  # as programs for the official client call it

    def wait(
        self,
        timeout: float | None = None,
        *,
        on_progress: Callable[[Dataset], Any] | None = None,
        progress: bool = True,
        max_interval: float = LONGEST_INTERVAL,
    ) -> Dataset:
        """Waits until it is ready, for at most ``timeout`` seconds.

        Shows the state and the images done in a bar, in a terminal or a notebook, if tqdm is
        installed; ``progress=False`` hides it.

        Raises:
            DatasetError: It failed or expired.
            TimeoutError: The time is over. Wait again at any time, in any process.
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
        wait: bool = False,  # noqa: FBT001, FBT002  (as the official client has it)
        timeout: float | None = None,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
    ) -> DownloadedFile:
        """Downloads its file, a ZIP, to a path, whose folder is made where there is none.

        Args:
            output_file: Where it goes. Under this name there is never a file that is not whole.
            strategy: What to do with a file that is there: ``fail``, ``skip`` or ``replace`` it.
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
        """Downloads its file to a path, and replaces what is there."""
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
        """Opens its file: its samples, with images, masks, boxes and findings.

        Downloads it into the :mod:`sinkove.cache`, unless it is there already.

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
        """Deletes it and its file, for good."""
        self._datasets.delete(
            self.id,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )


__all__ = ["Dataset"]
