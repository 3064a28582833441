"""The operations of the API, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from .._dataset_methods import DatasetMethods
from .._objects import Dataset, Home, List, Organization, Resource
from .._operation import Parent
from .._options import FROM_CLIENT, FromClient, Id, Time, request_options
from .._records import DatasetDownload, IssuedApiKey, IssuedInvitation
from . import operations
from .dictionaries import ApiKeyChanges, MemberChanges, OrganizationChanges, OwnRateLimitDict
from .models import (
    Account,
    ApiKey,
    ApiKeyEvent,
    DatasetState,
    ErrorCode,
    Invitation,
    LoggedRequest,
    Me,
    Member,
    MemberRole,
    Model,
    RevokedApiKey,
    Scope,
    Usage,
    UsageInterval,
)


class ApiKeys(Resource):
    """Issue, inspect, rotate and revoke the keys of your account."""

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
    ) -> List[ApiKey]:
        """List the account's API keys.

        Returns the API keys of the account, newest first, including those that are disabled,
        expired or revoked, and never a secret. A key that is limited to some organizations sees
        only keys that are limited to the same organizations or to some of them. Costs one request.

        Needs the scope ``api_keys:read``.

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
            API keys, newest first, those that no longer work among them.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_api_keys(limit=limit, cursor=cursor),
            ApiKey,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def create(
        self,
        name: str,
        *,
        scopes: Sequence[Scope] | None = None,
        organization_ids: Sequence[Id | Organization] | None = None,
        expires_at: Time | None = None,
        rate_limit: OwnRateLimitDict | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> IssuedApiKey:
        """Issue an API key.

        Issues a key and returns its secret, this once. Without ``scopes`` the new key may do
        everything that the presented key may do. The new key cannot have a scope or an organization
        that the presented key does not have, and cannot outlive it. A key that was rotated cannot
        create keys. All keys of the account share its rate limit; a key may have a smaller limit of
        its own. An account has at most 500 keys that are neither revoked nor expired. Costs one
        request.

        Needs the scope ``api_keys:write``.

        Args:
            name: What the key is for, in your own words; one key per application. No control
                characters, not blank. 1 to 100 characters.
            scopes: What the new key may do. If absent, everything that the presented key may
                do. At least 1 item. No item twice.
            organization_ids: The organizations to limit the new key to. If absent or null,
                those of the presented key. 1 to 100 items. No item twice.
            expires_at: When the key stops working, in the future and no later than the
                presented key. If absent or null, when the presented key stops working.
            rate_limit: A limit of the new key's own. If absent or null, that of the presented
                key, which usually has none.
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
            The new API key with its secret, which is shown this once.

        Raises:
            ConflictError: ``API_KEY_LIMIT_REACHED``, ``IDEMPOTENCY_CONFLICT``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.create_api_key(
                name,
                scopes=scopes,
                organization_ids=organization_ids,
                expires_at=expires_at,
                rate_limit=rate_limit,
            ),
            IssuedApiKey,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def get(
        self,
        api_key_id: Id | ApiKey,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Get an API key.

        Returns an API key of the account, without its secret. A key that is limited to some
        organizations reaches only keys that are limited to the same organizations or to some of
        them. Costs one request.

        Needs the scope ``api_keys:read``.

        Args:
            api_key_id: The API key's id.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The API key.

        Raises:
            NotFoundError: ``API_KEY_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.get_api_key(api_key_id),
            ApiKey,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def update(
        self,
        api_key_id: Id | ApiKey,
        changes: ApiKeyChanges,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKey:
        """Change an API key.

        Changes the members that are sent and leaves the others as they are. Rights that are taken
        away are refused as soon as the response is sent.

        If anything grows (the scopes, the organizations, the lifetime, or a disabled key is
        enabled), the presented key must hold everything that the key has after the change: each of
        its scopes, in each of its organizations, until its ``expiresAt``. ``organizationIds: null``
        includes organizations that the account joins later, so it is more than any list. Renaming,
        narrowing and disabling a key need no such rights. A revoked key cannot be changed, and a
        key that was rotated cannot change keys. Costs one request.

        Needs the scope ``api_keys:write``.

        Args:
            api_key_id: The API key's id.
            changes: The members to change; those that are absent stay as they are. ``name``:
                What the key is for, in your own words; one key per application. No control
                characters, not blank. 1 to 100 characters. ``enabled``: False refuses the key until
                it is set to true again. ``scopes``: What the key may do. At least 1 item. No item
                twice. ``organizationIds``: The organizations that the key is limited to. Null means
                all organizations of the account, including those that it joins later. 1 to 100
                items. No item twice. ``expiresAt``: When the key stops working; a moment in the
                past stops it at once; null for never. ``rateLimit``: A limit for this key alone,
                beside the account's, so that one program cannot use up what the others share. It
                must not allow more requests per second than the account's limit, nor than the own
                limit of the presented key. Null for no limit but the account's.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The API key as it is now.

        Raises:
            NotFoundError: ``API_KEY_NOT_FOUND``.
            ConflictError: ``API_KEY_ALREADY_REVOKED``, ``API_KEY_LIMIT_REACHED``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.update_api_key(api_key_id, changes),
            ApiKey,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def rotate(
        self,
        api_key_id: Id | ApiKey,
        *,
        grace_period_seconds: int | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> IssuedApiKey:
        """Rotate an API key.

        Issues a successor with the same name, scopes, organizations and rate limit, and returns its
        secret, this once. The successor lives as long as the old key was to live, but never beyond
        the ``expiresAt`` of the presented key: a key that rotates itself does not prolong its own
        life. The presented key must hold everything that the old key has.

        The old key keeps working for ``gracePeriodSeconds``. Until then its responses carry
        ``Deprecation`` and ``Sunset``, and it cannot create, change, rotate or revoke keys. If the
        account has 500 keys that are neither revoked nor expired, only a rotation with
        ``gracePeriodSeconds: 0`` is possible, because the old key makes room at once. Costs one
        request.

        Needs the scope ``api_keys:write``.

        Args:
            api_key_id: The API key's id.
            grace_period_seconds: How many seconds the old key keeps working beside its
                successor, from 0 to 30 days, but not beyond its own ``expiresAt``. 0 to 2592000.
                Default: 86400.
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
            The new API key with its secret, which is shown this once.

        Raises:
            NotFoundError: ``API_KEY_NOT_FOUND``.
            ConflictError: ``API_KEY_ALREADY_REVOKED``, ``API_KEY_ALREADY_ROTATED``,
                ``API_KEY_LIMIT_REACHED``, ``IDEMPOTENCY_CONFLICT``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.rotate_api_key(api_key_id, grace_period_seconds=grace_period_seconds),
            IssuedApiKey,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def revoke(
        self,
        api_key_id: Id | ApiKey,
        *,
        descendants: bool | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> RevokedApiKey:
        """Revoke an API key.

        Revokes a key permanently. No request with it is accepted after the response is sent, and
        download URLs that it made stop working. The key stays listed, with its usage and events. A
        key may revoke itself, unless it was rotated.

        With ``descendants: true``, the keys that it created are revoked with it, and the keys that
        those created, and the successors of each; ``revokedDescendants`` lists them. All are
        revoked together or, if the presented key does not reach one of them, none is. A key that
        was already revoked can be sent again with ``descendants: true``. Costs one request.

        Needs the scope ``api_keys:write``.

        Args:
            api_key_id: The API key's id.
            descendants: Whether to revoke the key's descendants as well: the keys that it
                created, the keys that those created and so on, and the successors of each. Default:
                false.
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
            The API key, revoked, with the keys that were revoked with it. All of them are
                refused from now on.

        Raises:
            NotFoundError: ``API_KEY_NOT_FOUND``.
            ConflictError: ``API_KEY_ALREADY_REVOKED``, ``IDEMPOTENCY_CONFLICT``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.revoke_api_key(api_key_id, descendants=descendants),
            RevokedApiKey,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def usage(
        self,
        api_key_id: Id | ApiKey,
        *,
        start: Time | None = None,
        end: Time | None = None,
        interval: UsageInterval | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Usage:
        """Get an API key's usage.

        Returns how many requests were made with a key, by hour or day, by class of status and by
        operation. Counts may lag by a few seconds. A key that is limited to some organizations
        reaches only keys that are limited to the same organizations or to some of them. Costs one
        request.

        Needs the scope ``usage:read``.

        Args:
            api_key_id: The API key's id.
            start: The first moment to count, rounded down to the interval. Without it, 24 hours
                before ``to`` for hours, 30 days before it for days.
            end: The moment to count up to, rounded up to the interval. Without it, now. At most
                744 intervals after ``from``.
            interval: The length of a bucket. Default: "day". One of ``hour``, ``day``.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            Requests over time.

        Raises:
            NotFoundError: ``API_KEY_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.get_api_key_usage(api_key_id, start=start, end=end, interval=interval),
            Usage,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def events(
        self,
        api_key_id: Id | ApiKey,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> List[ApiKeyEvent]:
        """List what happened to an API key.

        Returns the changes of a key, newest first: what changed, when, and by which key and
        request. A key that is limited to some organizations reaches only keys that are limited to
        the same organizations or to some of them. Costs one request.

        Needs the scope ``api_keys:read``.

        Args:
            api_key_id: The API key's id.
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
            What happened to the API key, newest first.

        Raises:
            NotFoundError: ``API_KEY_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_api_key_events(api_key_id, limit=limit, cursor=cursor),
            ApiKeyEvent,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


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
                ``REQUEST_NOT_FOUND``, ``METHOD_NOT_ALLOWED``, ``NOT_ACCEPTABLE``,
                ``ALREADY_MEMBER``, ``API_KEY_ALREADY_REVOKED``, ``API_KEY_ALREADY_ROTATED``,
                ``API_KEY_LIMIT_REACHED``, ``DATASET_NOT_READY``, ``IDEMPOTENCY_CONFLICT``,
                ``INVITATION_LIMIT_REACHED``, ``LAST_OWNER``, ``ORGANIZATION_NOT_EMPTY``,
                ``DATASET_EXPIRED``, ``DOWNLOAD_EXPIRED``, ``DOWNLOAD_REVOKED``,
                ``INVITATION_EXPIRED``, ``PAYLOAD_TOO_LARGE``, ``UNSUPPORTED_MEDIA_TYPE``,
                ``RANGE_NOT_SATISFIABLE``, ``VALIDATION_ERROR``, ``INVALID_MODEL``,
                ``IDEMPOTENCY_KEY_REUSED``, ``RATE_LIMIT_EXCEEDED``, ``INTERNAL_ERROR``,
                ``SERVICE_UNAVAILABLE``.
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


class Organizations(Resource):
    """Groups of people, models and datasets. An account belongs to any number of them."""

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
    ) -> List[Organization]:
        """List organizations.

        Returns the organizations that the key reaches, newest first. Costs one request.

        Needs the scope ``organizations:read``.

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
            The organizations that the key reaches, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_organizations(limit=limit, cursor=cursor),
            Organization,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def create(
        self,
        name: str,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Organization:
        """Create an organization.

        Creates an organization without credits. The account that the API key or the session belongs
        to becomes its owner. A key that is limited to some organizations cannot create others.
        Costs one request.

        Needs the scope ``organizations:write``.

        Args:
            name: The organization's name. No control characters, not blank. 1 to 100
                characters.
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
            The new organization.

        Raises:
            ConflictError: ``IDEMPOTENCY_CONFLICT``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.create_organization(name),
            Organization,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def get(
        self,
        organization_id: Id | Organization,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Organization:
        """Get an organization.

        Returns an organization and how many credits it has left. Costs one request.

        Needs the scope ``organizations:read``.

        Args:
            organization_id: The organization's id.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The organization.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.get_organization(organization_id),
            Organization,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def update(
        self,
        organization_id: Id | Organization,
        changes: OrganizationChanges,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Organization:
        """Rename an organization.

        Changes the name of an organization. Costs one request.

        Needs the scope ``organizations:write``.

        Args:
            organization_id: The organization's id.
            changes: What to change about an organization. ``name``: The organization's name. No
                control characters, not blank. 1 to 100 characters.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The organization.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.update_organization(organization_id, changes),
            Organization,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def delete(
        self,
        organization_id: Id | Organization,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete an organization.

        Deletes an organization that has no datasets, with its members, invitations, models and
        credits. Costs one request.

        Needs the scope ``organizations:write``.

        Args:
            organization_id: The organization's id.
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
            ConflictError: ``ORGANIZATION_NOT_EMPTY``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        self._send_nothing(
            operations.delete_organization(organization_id),
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def datasets(self, organization_id: Id | Organization) -> Datasets:
        """The datasets of one of the organizations: the same methods as ``client.datasets``.

        Args:
            organization_id: The organization's id.
        """
        return Datasets(
            self._home,
            Parent("/organizations/{organization_id}", {"organization_id": organization_id}),
        )


class Members(Resource):
    """The people who belong to an organization, and their roles."""

    def list(
        self,
        organization_id: Id | Organization,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> List[Member]:
        """List members.

        Returns the people who belong to an organization, those who joined last first. Costs one
        request.

        Needs the scope ``members:read``.

        Args:
            organization_id: The organization's id.
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
            A page of members, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_members(organization_id, limit=limit, cursor=cursor),
            Member,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def update(
        self,
        organization_id: Id | Organization,
        account_id: Id | Account,
        changes: MemberChanges,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Member:
        """Change the role of a member.

        Makes a person an owner or a member. What the person may do in the organization changes with
        the response, and so does what their API keys may do there. The last owner cannot become a
        member. Costs one request.

        Needs the scope ``members:write``.

        Args:
            organization_id: The organization's id.
            account_id: The id of the person's account.
            changes: What to change about a member. ``role``: What a person may do in an
                organization.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The member.

        Raises:
            NotFoundError: ``MEMBER_NOT_FOUND``.
            ConflictError: ``LAST_OWNER``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.update_member(organization_id, account_id, changes),
            Member,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def delete(
        self,
        organization_id: Id | Organization,
        account_id: Id | Account,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Remove a member.

        Removes a person from an organization. With the response, neither the person nor their API
        keys reach it. Datasets stay. The last owner cannot be removed. Costs one request.

        Needs the scope ``members:write``.

        Args:
            organization_id: The organization's id.
            account_id: The id of the person's account.
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
            NotFoundError: ``MEMBER_NOT_FOUND``.
            ConflictError: ``LAST_OWNER``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        self._send_nothing(
            operations.delete_member(organization_id, account_id),
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


class Invitations(Resource):
    """Invite people to an organization."""

    def list(
        self,
        organization_id: Id | Organization,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> List[Invitation]:
        """List invitations.

        Returns the invitations to an organization that were not accepted, revoked or expired,
        newest first, and never a token. Costs one request.

        Needs the scope ``members:read``.

        Args:
            organization_id: The organization's id.
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
            A page of open invitations, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_invitations(organization_id, limit=limit, cursor=cursor),
            Invitation,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def create(
        self,
        organization_id: Id | Organization,
        email: str,
        *,
        role: MemberRole | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> IssuedInvitation:
        """Invite a person.

        Invites a person to an organization by email. The link in the email works once and for seven
        days, and only for a person who is signed in with that address and has confirmed it. An
        earlier invitation of the same address is replaced. The response has the token of the link,
        this once. It does not wait for the email. An organization can have 100 open invitations,
        and an account can send 50 in an hour. Costs one request.

        Needs the scope ``members:write``.

        Args:
            organization_id: The organization's id.
            email: An email address. Upper and lower case are the same. 3 to 254 characters.
            role: The role that the person gets. If absent, ``member``. One of ``owner``,
                ``member``.
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
            The new invitation with its token, which is returned this once.

        Raises:
            ConflictError: ``ALREADY_MEMBER``, ``IDEMPOTENCY_CONFLICT``,
                ``INVITATION_LIMIT_REACHED``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.create_invitation(organization_id, email, role=role),
            IssuedInvitation,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def revoke(
        self,
        organization_id: Id | Organization,
        invitation_id: Id | Invitation,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Revoke an invitation.

        Revokes an invitation that was not accepted yet. Costs one request.

        Needs the scope ``members:write``.

        Args:
            organization_id: The organization's id.
            invitation_id: The invitation's id.
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
            NotFoundError: ``INVITATION_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        self._send_nothing(
            operations.revoke_invitation(organization_id, invitation_id),
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


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


class Datasets(DatasetMethods):
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
    ) -> List[Dataset]:
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
            Dataset,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def create(
        self,
        model_id: Id | Model,
        num_samples: int,
        args: Mapping[str, Any],
        *,
        organization_id: Id | Organization | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Dataset:
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
        return self._send(
            operations.create_dataset(model_id, num_samples, args, organization_id=organization_id),
            Dataset,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def get(
        self,
        dataset_id: Id | Dataset,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Dataset:
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
        return self._send(
            operations.get_dataset(dataset_id),
            Dataset,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def delete(
        self,
        dataset_id: Id | Dataset,
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
        self._send_nothing(
            operations.delete_dataset(dataset_id),
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def download_url(
        self,
        dataset_id: Id | Dataset,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> DatasetDownload:
        """Get a dataset's download URL.

        Returns a presigned URL of the dataset's archive. Whoever has the URL can fetch the archive
        without an API key, until the URL expires or the presented key loses access to the dataset.
        Costs one request.

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
        return self._send(
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


class Operations(Resource):
    """The operations of the API: what a client consists of."""

    api_keys: ApiKeys
    """Issue, inspect, rotate and revoke the keys of your account."""
    requests: Requests
    """The log of the account's requests, accepted and refused."""
    organizations: Organizations
    """Groups of people, models and datasets. An account belongs to any number of them."""
    members: Members
    """The people who belong to an organization, and their roles."""
    invitations: Invitations
    """Invite people to an organization."""
    models: Models
    """The generative models that an organization may use."""
    datasets: Datasets
    """Request datasets of synthetic images, follow their generation, download them."""

    def __init__(self, home: Home) -> None:
        super().__init__(home)
        self.api_keys = ApiKeys(home)
        self.requests = Requests(home)
        self.organizations = Organizations(home)
        self.members = Members(home)
        self.invitations = Invitations(home)
        self.models = Models(home)
        self.datasets = Datasets(home)

    def me(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Me:
        """Get the current account.

        Returns the account, the presented API key and the organizations that it reaches. Any valid
        key may call it, whatever its scopes, so use it to try a key out. Costs one request.

        Args:
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The account, the presented key, and the organizations that it reaches.
        """
        return self._send(
            operations.get_me(),
            Me,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def usage(
        self,
        *,
        start: Time | None = None,
        end: Time | None = None,
        interval: UsageInterval | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Usage:
        """Get the account's usage.

        Returns how many requests were made with all keys of the account together, by hour or day.
        Counts may lag by a few seconds. A key that is limited to some organizations gets the total
        of the keys that are limited to the same organizations or to some of them. Costs one
        request.

        Needs the scope ``usage:read``.

        Args:
            start: The first moment to count, rounded down to the interval. Without it, 24 hours
                before ``to`` for hours, 30 days before it for days.
            end: The moment to count up to, rounded up to the interval. Without it, now. At most
                744 intervals after ``from``.
            interval: The length of a bucket. Default: "day". One of ``hour``, ``day``.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            Requests over time.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.get_usage(start=start, end=end, interval=interval),
            Usage,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


__all__ = [
    "ApiKeys",
    "Datasets",
    "Invitations",
    "Members",
    "Models",
    "Operations",
    "Organizations",
    "Requests",
]
