"""What the hand-written methods of datasets do, in both kinds of program."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from ._datasets import AnyDataset
from ._flow import Flow
from ._options import Id, RequestOptions
from ._records import DatasetDownload
from ._resource import AnyResource
from ._wait import Waiting
from .generated import models, operations

D = TypeVar("D", bound=AnyDataset)


class DatasetFlows(AnyResource):
    """Waiting for datasets, and where their files are."""

    def _waiting(
        self,
        kind: type[D],
        dataset_id: Id | models.Dataset,
        timeout: float | None,
        max_interval: float,
    ) -> Waiting[D]:
        operation = operations.get_dataset(dataset_id)
        return Waiting(
            partial(self._flow, operation, kind),
            self._core.runtime,
            timeout=timeout,
            max_interval=max_interval,
        )

    def _url(
        self, dataset_id: Id | models.Dataset, options: RequestOptions
    ) -> Flow[DatasetDownload]:
        return self._flow(operations.get_dataset_download(dataset_id), DatasetDownload, options)
