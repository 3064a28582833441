"""The operations of the API, for programs that block.

``generated/async_resources.py`` is made from this file, for programs that await.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, overload
from uuid import UUID

from ._core import Operation
from ._download import DownloadProgress
from ._files import DownloadedFile, Strategy
from ._flow import Flow
from ._home import call, fetch_file, record, resolve_config
from ._lists import Pages
from ._objects import Dataset, Home, List
from ._options import RequestOptions
from ._progress import bar
from ._records import IssuedApiKey, decode, decode_download, decode_issued
from ._wait import LONGEST_INTERVAL, Waiting
from .generated import models

if TYPE_CHECKING:
    from typing_extensions import Unpack

T = TypeVar("T")
Id = str | UUID
Time = str | datetime | date


class Resource:
    """A group of operations."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def _call(
        self, operation: Operation, decode_with: Callable[[Any], T], options: RequestOptions
    ) -> Flow[T]:
        return call(self._home.core, operation, decode_with, options)

    def _list(
        self, operation: Operation, decode_with: Callable[[Any], T], options: RequestOptions
    ) -> List[T]:
        return List(self._home, partial(Pages, self._home.core, operation, decode_with, options))


class Datasets(Resource):
    """Datasets of synthetic images: of all organizations that the key reaches, or of one."""

    def __init__(self, home: Home, organization_id: Id | None = None) -> None:
        super().__init__(home)
        self._organization_id = organization_id

    def list(
        self,
        *,
        state: str | None = None,
        model_id: Id | None = None,
        created_after: Time | None = None,
        created_before: Time | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> List[Dataset]:
        """The datasets that the key may see, newest first.

        Args:
            state: ``PENDING``, ``STARTED``, ``READY``, ``FAILED`` or ``EXPIRED``.
            limit: How many a page has, 1 to 500.

        Example:
            >>> for dataset in client.datasets.list(state="READY"):
            ...     print(dataset.id)
        """
        query = {
            "state": state,
            "modelId": model_id,
            "createdAfter": created_after,
            "createdBefore": created_before,
            "limit": limit,
            "cursor": cursor,
        }
        return self._list(self._at("GET", "", query=query), self._decode, options)

    def create(
        self,
        model_id: Id,
        num_samples: int,
        args: Mapping[str, Any],
        *,
        organization_id: Id | None = None,
        **options: Unpack[RequestOptions],
    ) -> Dataset:
        """Asks for a dataset to be generated. It costs a credit a sample, and takes minutes.

        Args:
            model_id: The model to generate with.
            num_samples: How many images, 1 to 1000.
            args: As the model's ``args_schema`` says, for example ``{"prompt": "cardiomegaly"}``.
            organization_id: Who pays, where the key reaches several organizations.

        Example:
            >>> dataset = client.datasets.create(model.id, 50, {"prompt": "cardiomegaly"})
        """
        body: dict[str, Any] = {"modelId": model_id, "numSamples": num_samples, "args": args}
        if organization_id is not None:
            body["organizationId"] = organization_id
        operation = self._at("POST", "", body=body)
        return self._home.run(self._call(operation, self._decode, options))

    def get(self, dataset_id: Id, **options: Unpack[RequestOptions]) -> Dataset:
        """A dataset as it is now."""
        return self._home.run(self._get(dataset_id, options))

    def delete(self, dataset_id: Id, **options: Unpack[RequestOptions]) -> None:
        """Deletes a dataset and its file, for good."""
        operation = self._at("DELETE", "/{dataset_id}", {"dataset_id": dataset_id})
        self._home.run(self._call(operation, _nothing, options))

    def download_url(
        self, dataset_id: Id, **options: Unpack[RequestOptions]
    ) -> models.DatasetDownload:
        """A URL of the dataset's file that works for an hour without a key.

        It is a secret: read it by its name, ``url``. Nothing that shows the whole record has it.
        """
        return self._home.run(self._url(dataset_id, options))

    def wait(
        self,
        dataset_id: Id,
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
            progress: Show a bar, where a terminal is there and tqdm is installed.

        Raises:
            DatasetError: It failed or expired.
            TimeoutError: The time is over.
        """
        waiting = self._waiting(dataset_id, timeout, max_interval)
        with bar(f"Dataset {dataset_id}", "%", shown=progress) as show:

            def tell(dataset: Dataset) -> Any:
                show(dataset.progress, 100)
                return on_progress(dataset) if on_progress else None

            return self._home.run(waiting.finish(tell))

    def watch(
        self,
        dataset_id: Id,
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
        waiting = self._waiting(dataset_id, timeout, max_interval)
        dataset = self._home.run(waiting.step())
        while dataset is not None:
            yield dataset
            dataset = self._home.run(waiting.step())

    @overload
    def download(
        self,
        dataset_id: Id,
        target: None = None,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...
    @overload
    def download(
        self,
        dataset_id: Id,
        target: str | os.PathLike[str],
        *,
        strategy: Strategy = "fail",
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        **options: Unpack[RequestOptions],
    ) -> DownloadedFile: ...
    @overload
    def download(
        self,
        dataset_id: Id,
        target: BinaryIO,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        **options: Unpack[RequestOptions],
    ) -> None: ...
    def download(
        self,
        dataset_id: Id,
        target: str | os.PathLike[str] | BinaryIO | None = None,
        *,
        strategy: Strategy = "fail",
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        **options: Unpack[RequestOptions],
    ) -> bytes | DownloadedFile | None:
        """Downloads a dataset's file: into memory, to a path, or to a file that is open.

        Broken connections are resumed, and the SHA-256 is checked; under its path there is never a
        file that is not whole. The option ``timeout`` is how long the connection may be silent.

        Raises:
            DownloadError: The file exists already, or its checksum is wrong.

        Example:
            >>> client.datasets.download(dataset_id, "cardiomegaly.zip", strategy="replace")
        """
        url = partial(self._url, dataset_id)
        with bar(f"Dataset {dataset_id}", "B", shown=progress) as show:

            def tell(done: DownloadProgress) -> Any:
                show(done.received, done.total)
                return on_progress(done) if on_progress else None

            return self._home.run(fetch_file(self._home.core, url, target, strategy, tell, options))

    def create_from(self, config: Mapping[str, Any], **options: Unpack[RequestOptions]) -> Dataset:
        """Creates a dataset from a configuration.

        ``{"model": "chest-xray-v2", "prompts": ["Severe cardiomegaly"], "size": 50}``: the model by
        its slug or its id; ``args`` for what else the model takes. A model takes one prompt for all
        samples of a dataset: several are joined into one, and a warning says so.
        """
        body = self._home.run(resolve_config(self._home.core, config))
        operation = self._at("POST", "", body=body)
        return self._home.run(self._call(operation, self._decode, options))

    def _waiting(
        self, dataset_id: Id, timeout: float | None, max_interval: float
    ) -> Waiting[Dataset]:
        return Waiting(
            partial(self._get, dataset_id),
            self._home.core.runtime,
            timeout=timeout,
            max_interval=max_interval,
        )

    def _get(self, dataset_id: Id, options: RequestOptions) -> Flow[Dataset]:
        operation = self._at("GET", "/{dataset_id}", {"dataset_id": dataset_id})
        return self._call(operation, self._decode, options)

    def _url(self, dataset_id: Id, options: RequestOptions) -> Flow[models.DatasetDownload]:
        path = "/{dataset_id}/urls/download"
        operation = self._at("GET", path, {"dataset_id": dataset_id})
        return self._call(operation, decode_download, options)

    def _decode(self, data: Any) -> Dataset:
        dataset = decode(Dataset, data)
        if isinstance(dataset, Dataset):
            dataset._home = self  # noqa: SLF001  (so that the dataset can call)
        return dataset

    def _at(
        self,
        method: str,
        path: str,
        params: Mapping[str, Any] | None = None,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Operation:
        where = dict(params or {})
        prefix = "/datasets"
        if self._organization_id is not None:
            where["organization_id"] = self._organization_id
            prefix = "/organizations/{organization_id}/datasets"
        return Operation(method, f"{prefix}{path}", where, query or {}, body)


class Organization(models.Organization):
    """An organization, and its datasets."""

    _home: Home

    def __repr__(self) -> str:
        known = vars(self)  # a debugger may look before anything is there
        return f"<{type(self).__name__} {known.get('id')} {known.get('name')!r}>"

    @property
    def organization_name(self) -> str:
        """Its name, as the official client calls it."""
        return self.name

    @property
    def datasets(self) -> Datasets:
        """The datasets of this organization alone."""
        return Datasets(self._home, self.id)


class Organizations(Resource):
    """The organizations that the key reaches."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> List[Organization]:
        """All of them."""
        query = {"limit": limit, "cursor": cursor}
        operation = Operation("GET", "/organizations", query=query)
        return self._list(operation, self._decode, options)

    def get(self, organization_id: Id, **options: Unpack[RequestOptions]) -> Organization:
        """One of them, with its credits."""
        path = "/organizations/{organization_id}"
        operation = Operation("GET", path, {"organization_id": organization_id})
        return self._home.run(self._call(operation, self._decode, options))

    def _decode(self, data: Any) -> Organization:
        organization = decode(Organization, data)
        if isinstance(organization, Organization):
            organization._home = self._home  # noqa: SLF001  (so that it can call)
        return organization


class Models(Resource):
    """The models that the key's organizations may use."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> List[models.Model]:
        """All of them."""
        query = {"limit": limit, "cursor": cursor}
        operation = Operation("GET", "/models", query=query)
        return self._list(operation, record(models.Model), options)

    def get(self, model_id: Id, **options: Unpack[RequestOptions]) -> models.Model:
        """A model, with its card and the schema of its arguments."""
        operation = Operation("GET", "/models/{model_id}", {"model_id": model_id})
        return self._home.run(self._call(operation, record(models.Model), options))


class ApiKeys(Resource):
    """The API keys of your account."""

    def create(
        self,
        name: str,
        *,
        scopes: Sequence[str] | None = None,
        organization_ids: Sequence[Id] | None = None,
        expires_at: Time | None = None,
        rate_limit: Mapping[str, int] | None = None,
        **options: Unpack[RequestOptions],
    ) -> IssuedApiKey:
        """Issues a key. Its ``secret`` is in this response only: store it where secrets belong.

        Without ``scopes`` it may do all that the key that creates it may do. All keys of an account
        share its rate limit; ``rate_limit`` is a smaller one for this key alone, such as
        ``{"limit": 20, "windowSeconds": 60}``.
        """
        given = {
            "name": name,
            "scopes": scopes,
            "organizationIds": organization_ids,
            "expiresAt": expires_at,
            "rateLimit": rate_limit,
        }
        body = {member: value for member, value in given.items() if value is not None}
        operation = Operation("POST", "/api-keys", body=body)
        return self._home.run(self._call(operation, decode_issued, options))

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> List[models.ApiKey]:
        """All keys, newest first, with those that are revoked or expired."""
        query = {"limit": limit, "cursor": cursor}
        operation = Operation("GET", "/api-keys", query=query)
        return self._list(operation, record(models.ApiKey), options)

    def get(self, api_key_id: Id, **options: Unpack[RequestOptions]) -> models.ApiKey:
        """A key, without its secret."""
        operation = self._at("GET", "", api_key_id)
        return self._home.run(self._call(operation, record(models.ApiKey), options))

    def update(
        self, api_key_id: Id, changes: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> models.ApiKey:
        """Changes ``name``, ``scopes``, ``organizationIds``, ``expiresAt`` or ``rateLimit``.

        ``{"enabled": False}`` switches a key off, until it is switched on again.
        """
        operation = self._at("PATCH", "", api_key_id, body=changes)
        return self._home.run(self._call(operation, record(models.ApiKey), options))

    def rotate(
        self,
        api_key_id: Id,
        *,
        grace_period_seconds: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> IssuedApiKey:
        """Issues a key's successor, whose ``secret`` is in this answer only.

        The old key works on until ``grace_period_seconds`` (by default a day) have passed.
        """
        grace = grace_period_seconds
        body = {} if grace is None else {"gracePeriodSeconds": grace}
        operation = self._at("POST", "/rotate", api_key_id, body=body)
        return self._home.run(self._call(operation, decode_issued, options))

    def revoke(
        self,
        api_key_id: Id,
        *,
        descendants: bool | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.RevokedApiKey:
        """Revokes a key permanently. When this returns, no request is accepted with it.

        With ``descendants``, the keys that it created are revoked as well, and those that these
        created; ``revoked_descendants`` lists them.
        """
        body = None if descendants is None else {"descendants": descendants}
        operation = self._at("POST", "/revoke", api_key_id, body=body)
        return self._home.run(self._call(operation, record(models.RevokedApiKey), options))

    def usage(
        self,
        api_key_id: Id,
        *,
        start: Time | None = None,
        end: Time | None = None,
        interval: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> models.Usage:
        """How many requests were made with a key, by ``hour`` or ``day``."""
        query = {"from": start, "to": end, "interval": interval}
        operation = self._at("GET", "/usage", api_key_id, query=query)
        return self._home.run(self._call(operation, record(models.Usage), options))

    def events(
        self,
        api_key_id: Id,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> List[models.ApiKeyEvent]:
        """What happened to a key: who issued, changed, rotated or revoked it, and when."""
        query = {"limit": limit, "cursor": cursor}
        operation = self._at("GET", "/events", api_key_id, query=query)
        return self._list(operation, record(models.ApiKeyEvent), options)

    def _at(
        self,
        method: str,
        path: str,
        api_key_id: Id,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Operation:
        where = {"api_key_id": api_key_id}
        return Operation(method, f"/api-keys/{{api_key_id}}{path}", where, query or {}, body)


def _nothing(_: object) -> None:
    """An answer without a body."""


__all__ = ["ApiKeys", "Datasets", "Models", "Organization", "Organizations"]
