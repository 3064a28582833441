"""The operations of the API, for programs that await.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..._async_resource import AsyncResource
from ..._async_session import AsyncSession
from ..._options import FROM_CLIENT, FromClient, Time, request_options
from .. import operations
from ..models import Me, Usage, UsageInterval
from .api_keys import AsyncApiKeys
from .datasets import AsyncDatasets
from .invitations import AsyncInvitations
from .members import AsyncMembers
from .models import AsyncModels
from .organizations import AsyncOrganizations
from .requests import AsyncRequests
from .webhook_endpoints import AsyncWebhookEndpoints


class AsyncOperations(AsyncResource):
    """The operations of the API: what a client consists of."""

    api_keys: AsyncApiKeys
    """Issue, inspect, rotate and revoke the keys of your account."""
    requests: AsyncRequests
    """The log of the account's requests, accepted and refused."""
    organizations: AsyncOrganizations
    """Groups of people, models and datasets. An account belongs to any number of them."""
    members: AsyncMembers
    """The people who belong to an organization, and their roles."""
    invitations: AsyncInvitations
    """Invite people to an organization."""
    webhook_endpoints: AsyncWebhookEndpoints
    """URLs that an organization's events are sent to, and what was sent."""
    models: AsyncModels
    """The generative models that an organization may use."""
    datasets: AsyncDatasets
    """Request datasets of synthetic images, follow their generation, download them."""

    def __init__(self, session: AsyncSession) -> None:
        super().__init__(session)
        self.api_keys = AsyncApiKeys(session)
        self.requests = AsyncRequests(session)
        self.organizations = AsyncOrganizations(session)
        self.members = AsyncMembers(session)
        self.invitations = AsyncInvitations(session)
        self.webhook_endpoints = AsyncWebhookEndpoints(session)
        self.models = AsyncModels(session)
        self.datasets = AsyncDatasets(session)

    async def me(
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
        return await self._send(
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

    async def usage(
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
        return await self._send(
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
    "AsyncOperations",
]
