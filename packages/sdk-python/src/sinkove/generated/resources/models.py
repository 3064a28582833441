"""The operations of ``client.models``, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..._options import FROM_CLIENT, FromClient, Id, request_options
from ..._resource import Resource
from ...pagination import List
from .. import operations
from ..models import Model


class Models(Resource):
    """The generative models that an organization may use."""

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> List[Model]:
        """List models.

        Returns the public models and the private ones of the organizations that the key reaches,
        newest first. Costs one request.

        Needs the scope ``models:read``.

        Args:
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
            The models that the key reaches, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_models(limit=limit, cursor=cursor),
            Model,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def get(
        self,
        model_id: Id | Model,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Model:
        """Get a model.

        Returns a model with its card and the schema of its arguments. Costs one request.

        Needs the scope ``models:read``.

        Args:
            model_id: The model's id.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The model.

        Raises:
            NotFoundError: ``MODEL_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.get_model(model_id),
            Model,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


__all__ = [
    "Models",
]
