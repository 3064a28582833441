"""What the dataset methods of both clients share."""

from __future__ import annotations

import re
from functools import partial
from typing import TypeVar

from ._base_resource import BaseResource
from ._effects import Effects
from ._options import Id, RequestOptions
from ._polling import Poller
from ._urls import origin_of
from .datasets._base import BaseDataset
from .exceptions import ResponseError
from .generated import models, operations
from .records import DatasetDownload

D = TypeVar("D", bound=BaseDataset)

_SHA256 = re.compile(r"[0-9a-f]{64}")


class BaseDatasetMethods(BaseResource):
    """Creates pollers and finds the URLs of files."""

    def _poller(
        self,
        kind: type[D],
        dataset_id: Id | models.Dataset,
        timeout: float | None,
        max_interval: float,
    ) -> Poller[D]:
        operation = operations.get_dataset(dataset_id)
        return Poller(
            partial(self._request, operation, kind),
            self._core.runtime,
            timeout=timeout,
            max_interval=max_interval,
        )

    def _url(
        self, dataset_id: Id | models.Dataset, options: RequestOptions
    ) -> Effects[DatasetDownload]:
        operation = operations.get_dataset_download(dataset_id)
        file = yield from self._request(operation, DatasetDownload, options)
        _require_usable(file)
        return file


def _require_usable(file: DatasetDownload) -> None:
    """Raises a ResponseError if a file cannot be downloaded.

    The SHA-256 becomes a part of file names, so it must not contain anything else.
    """
    try:
        origin_of(file.url)
        fault = "" if _SHA256.fullmatch(file.sha256) else "SHA-256"
    except ValueError:
        fault = "URL"
    if fault:
        raise ResponseError(f"The API did not send a valid {fault} for the dataset's file.", 200)
