"""The operations of the API, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..._options import FROM_CLIENT, FromClient, Time, request_options
from ..._resource import Resource
from ..._session import Session
from .. import operations
from ..models import Me, Usage, UsageInterval
from .api_keys import ApiKeys
from .datasets import Datasets
from .invitations import Invitations
from .members import Members
from .models import Models
from .organizations import Organizations
from .requests import Requests
from .webhook_endpoints import WebhookEndpoints


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
    webhook_endpoints: WebhookEndpoints
    """URLs that an organization's events are sent to, and what was sent."""
    models: Models
    """The generative models that an organization may use."""
    datasets: Datasets
    """Request datasets of synthetic images, follow their generation, download them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.api_keys = ApiKeys(session)
        self.requests = Requests(session)
        self.organizations = Organizations(session)
        self.members = Members(session)
        self.invitations = Invitations(session)
        self.webhook_endpoints = WebhookEndpoints(session)
        self.models = Models(session)
        self.datasets = Datasets(session)

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
    "Operations",
]
