"""What the dataset methods of both clients share."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from ._base_resource import BaseResource
from ._effects import Effects
from ._options import Id, RequestOptions
from ._polling import Poller
from .datasets._base import BaseDataset
from .generated import models, operations
from .records import DatasetDownload

D = TypeVar("D", bound=BaseDataset)


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
        return self._request(operations.get_dataset_download(dataset_id), DatasetDownload, options)
