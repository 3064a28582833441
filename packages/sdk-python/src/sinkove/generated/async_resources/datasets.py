"""The operations of ``client.datasets``, for programs that await.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._async_dataset_methods import AsyncDatasetMethods
from ..._options import FROM_CLIENT, FromClient, Id, Time, request_options
from ...datasets.async_dataset import AsyncDataset
from ...organizations.async_organization import AsyncOrganization
from ...pagination import AsyncList
from ...records import DatasetDownload
from .. import operations
from ..models import DatasetState, Model


class AsyncDatasets(AsyncDatasetMethods):
    """Request datasets of synthetic images, follow their generation, download them."""

    def list(
        self,
        *,
        state: DatasetState | None = None,
        model_id: Id | Model | None = None,
        created_after: Time | None = None,
        created_before: Time | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncList[AsyncDataset]:
        """List all datasets.

        Returns the datasets of every organization that the key reaches, newest first. Filters
        narrow the list and can be combined. Costs one request.

        Needs the scope ``datasets:read``.

        Args:
            state: Only datasets in this state. One of ``PENDING``, ``STARTED``, ``READY``,
                ``FAILED``, ``EXPIRED``.
            model_id: Only datasets of this model.
            created_after: Only datasets that were created at this moment or later.
            created_before: Only datasets that were created before this moment.
            limit: How many items to return at most. 1 to 500. Default: 100.
            cursor: Where to go on; taken from the ``Link`` header of the page before, and
                opaque. 1 to 512 characters.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            Datasets, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_datasets(
                state=state,
                model_id=model_id,
                created_after=created_after,
                created_before=created_before,
                limit=limit,
                cursor=cursor,
            ),
            AsyncDataset,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    async def create(
        self,
        model_id: Id | Model,
        num_samples: int,
        args: Mapping[str, Any],
        *,
        organization_id: Id | AsyncOrganization | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncDataset:
        """Request a dataset.

        Requests a dataset and takes ``numSamples`` credits from the organization. The dataset is
        generated in the background: poll it until its state is READY. ``args`` must satisfy the
        model's ``argsSchema``. Credits are given back if the generation fails. Without
        ``organizationId`` the key must reach exactly one organization. Costs one request and one
        credit a sample.

        Needs the scope ``datasets:write``.

        Args:
            model_id: The model to generate with.
            num_samples: How many samples (images) to generate; each costs one credit. A model
                may allow fewer. 1 to 1000.
            args: Arguments for the model, as its ``argsSchema`` says; for example a ``prompt``.
            organization_id: The organization that pays for and keeps the dataset. May be left
                out when the key reaches only one.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            idempotency_key: Names the request, so that it is done once however often it is
                sent.
            headers: Sent besides the client's own.

        Returns:
            The dataset. Its generation begins when its turn comes.

        Raises:
            InsufficientCreditsError: ``INSUFFICIENT_CREDITS``.
            ConflictError: ``IDEMPOTENCY_CONFLICT``.
            ValidationError: ``VALIDATION_ERROR``, ``INVALID_MODEL``,
                ``IDEMPOTENCY_KEY_REUSED``.
        """
        return await self._send(
            operations.create_dataset(model_id, num_samples, args, organization_id=organization_id),
            AsyncDataset,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    async def get(
        self,
        dataset_id: Id | AsyncDataset,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncDataset:
        """Get a dataset.

        Returns a dataset with the state and progress of its generation. Costs one request.

        Needs the scope ``datasets:read``.

        Args:
            dataset_id: The dataset's id.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The dataset.

        Raises:
            NotFoundError: ``DATASET_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return await self._send(
            operations.get_dataset(dataset_id),
            AsyncDataset,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    async def delete(
        self,
        dataset_id: Id | AsyncDataset,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a dataset.

        Deletes a dataset and its archive. One that is waiting or being generated is cancelled, and
        its credits are given back. Costs one request.

        Needs the scope ``datasets:write``.

        Args:
            dataset_id: The dataset's id.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            Deleted. There is no body.

        Raises:
            NotFoundError: ``DATASET_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        await self._send_nothing(
            operations.delete_dataset(dataset_id),
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    async def download_url(
        self,
        dataset_id: Id | AsyncDataset,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> DatasetDownload:
        """Get a dataset's download URL.

        Returns a presigned URL of the dataset's archive. Anyone who has the URL can fetch the
        archive without an API key, until the URL expires or the presented key loses access to the
        dataset. Costs one request.

        Needs the scope ``datasets:read``.

        Args:
            dataset_id: The dataset's id.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            A presigned URL of the archive.

        Raises:
            NotFoundError: ``DATASET_NOT_FOUND``.
            ConflictError: ``DATASET_NOT_READY``.
            GoneError: ``DATASET_EXPIRED``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return await self._send(
            operations.get_dataset_download(dataset_id),
            DatasetDownload,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


__all__ = [
    "AsyncDatasets",
]
