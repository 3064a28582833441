"""The operations of ``client.requests``, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ..._options import FROM_CLIENT, FromClient, Id, Time, request_options
from ..._resource import Resource
from ...pagination import List
from .. import operations
from ..models import ApiKey, ErrorCode, LoggedRequest


class Requests(Resource):
    """The log of the account's requests, accepted and refused."""

    def list(
        self,
        *,
        api_key_id: Id | ApiKey | None = None,
        actor_type: Literal["api_key", "person"] | None = None,
        operation: str | None = None,
        status_class: Literal["2xx", "3xx", "4xx", "5xx"] | None = None,
        code: ErrorCode | None = None,
        occurred_after: Time | None = None,
        occurred_before: Time | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> List[LoggedRequest]:
        """List requests.

        Returns the requests of the account, newest first: those with its API keys, those of the
        person in the console, and those that were refused. They are written within a few seconds
        and kept for 30 days. A key that is limited to some organizations sees the requests of keys
        that are limited to the same organizations or to some of them. Costs one request.

        Needs the scope ``requests:read``.

        Args:
            api_key_id: Only requests with this API key.
            actor_type: Only requests of API keys, or only those of the person. One of
                ``api_key``, ``person``.
            operation: Only requests of the operation with this ``operationId``. At most 100
                characters.
            status_class: Only responses of this class of status. One of ``2xx``, ``3xx``,
                ``4xx``, ``5xx``.
            code: Only requests that were refused with this code. One of ``INVALID_REQUEST``,
                ``INVALID_API_KEY``, ``INVALID_SESSION``, ``API_KEY_EXPIRED``, ``API_KEY_REVOKED``,
                ``API_KEY_DISABLED``, ``INSUFFICIENT_CREDITS``, ``PERMISSION_DENIED``,
                ``NOT_FOUND``, ``API_KEY_NOT_FOUND``, ``DATASET_NOT_FOUND``, ``DOWNLOAD_NOT_FOUND``,
                ``INVITATION_NOT_FOUND``, ``MEMBER_NOT_FOUND``, ``MODEL_NOT_FOUND``,
                ``REQUEST_NOT_FOUND``, ``WEBHOOK_DELIVERY_NOT_FOUND``,
                ``WEBHOOK_ENDPOINT_NOT_FOUND``, ``METHOD_NOT_ALLOWED``, ``NOT_ACCEPTABLE``,
                ``ALREADY_MEMBER``, ``API_KEY_ALREADY_REVOKED``, ``API_KEY_ALREADY_ROTATED``,
                ``API_KEY_LIMIT_REACHED``, ``DATASET_NOT_READY``, ``IDEMPOTENCY_CONFLICT``,
                ``INVITATION_LIMIT_REACHED``, ``LAST_OWNER``, ``ORGANIZATION_LIMIT_REACHED``,
                ``ORGANIZATION_NOT_EMPTY``, ``WEBHOOK_ENDPOINT_DISABLED``,
                ``WEBHOOK_ENDPOINT_LIMIT_REACHED``, ``DATASET_EXPIRED``, ``DOWNLOAD_EXPIRED``,
                ``DOWNLOAD_REVOKED``, ``INVITATION_EXPIRED``, ``PAYLOAD_TOO_LARGE``,
                ``UNSUPPORTED_MEDIA_TYPE``, ``RANGE_NOT_SATISFIABLE``, ``VALIDATION_ERROR``,
                ``INVALID_MODEL``, ``IDEMPOTENCY_KEY_REUSED``, ``RATE_LIMIT_EXCEEDED``,
                ``INTERNAL_ERROR``, ``SERVICE_UNAVAILABLE``.
            occurred_after: Only requests from this moment on.
            occurred_before: Only requests before this moment.
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
            A page of requests, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_requests(
                api_key_id=api_key_id,
                actor_type=actor_type,
                operation=operation,
                status_class=status_class,
                code=code,
                occurred_after=occurred_after,
                occurred_before=occurred_before,
                limit=limit,
                cursor=cursor,
            ),
            LoggedRequest,
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
        request_id: Id,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> LoggedRequest:
        """Get a request.

        Returns a request of the account by its id. Costs one request.

        Needs the scope ``requests:read``.

        Args:
            request_id: The request's id, from its ``X-Request-ID`` header or an error's
                ``requestId``.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The request.

        Raises:
            NotFoundError: ``REQUEST_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.get_request(request_id),
            LoggedRequest,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


__all__ = [
    "Requests",
]
