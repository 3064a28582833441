"""The operations of ``client.api_keys``, for programs that await.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..._async_resource import AsyncResource
from ..._options import FROM_CLIENT, FromClient, Id, Time, request_options
from ...organizations.async_organization import AsyncOrganization
from ...pagination import AsyncList
from ...records import IssuedApiKey
from .. import operations
from ..dictionaries import ApiKeyChanges, OwnRateLimitDict
from ..models import ApiKey, ApiKeyAdvice, ApiKeyEvent, RevokedApiKey, Scope, Usage, UsageInterval


class AsyncApiKeys(AsyncResource):
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
    ) -> AsyncList[ApiKey]:
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

    async def create(
        self,
        name: str,
        *,
        scopes: Sequence[Scope] | None = None,
        organization_ids: Sequence[Id | AsyncOrganization] | None = None,
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
        return await self._send(
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

    async def get(
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
        return await self._send(
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

    async def update(
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

        If the change widens the key (its scopes, its organizations, its lifetime, or by enabling
        it), the presented key must hold everything that the key has after the change. That is each
        of its scopes, in each of its organizations, until its ``expiresAt``. ``organizationIds:
        null`` includes organizations that the account joins later, so it is more than any list.
        Renaming, narrowing and disabling a key need no such rights. A revoked key cannot be
        changed, and a key that was rotated cannot change keys. Costs one request.

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
                past stops it at once; null for never. ``rateLimit``: A limit for this key, beside
                the account's, so that one program cannot use up what the others share. The key's
                successor and the keys that it makes count against the same limit. It must not allow
                more requests per second than the account's. A key with a limit of its own can lower
                limits only. Null for no limit but the account's.
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
        return await self._send(
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

    async def rotate(
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
        return await self._send(
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

    async def revoke(
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
        return await self._send(
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

    async def usage(
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
        return await self._send(
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
    ) -> AsyncList[ApiKeyEvent]:
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

    async def advice(
        self,
        api_key_id: Id | ApiKey,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiKeyAdvice:
        """Get advice on an API key.

        Returns what the use of a key in the last 30 days says about it: the scopes that it did not
        need, the clients that use it, and whether a rotation can be ended. Requests may be missing
        for a few seconds. A key that is limited to some organizations reaches only keys that are
        limited to the same organizations or to some of them. Costs one request.

        Needs the scopes ``api_keys:read`` and ``requests:read``.

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
            What the use of the key says about it.

        Raises:
            NotFoundError: ``API_KEY_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return await self._send(
            operations.get_api_key_advice(api_key_id),
            ApiKeyAdvice,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


__all__ = [
    "AsyncApiKeys",
]
