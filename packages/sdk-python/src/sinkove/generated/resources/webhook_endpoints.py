"""The operations of ``client.webhook_endpoints``, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..._options import FROM_CLIENT, FromClient, Id, request_options
from ..._resource import Resource
from ...organizations.organization import Organization
from ...pagination import List
from ...records import IssuedWebhookEndpoint
from .. import operations
from ..dictionaries import WebhookEndpointChanges
from ..models import WebhookDelivery, WebhookDeliveryStatus, WebhookEndpoint, WebhookEventType


class WebhookEndpoints(Resource):
    """URLs that an organization's events are sent to, and what was sent."""

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
    ) -> List[WebhookEndpoint]:
        """List webhook endpoints.

        Returns the webhook endpoints of an organization, newest first, without their secrets. Costs
        one request.

        Needs the scope ``webhooks:read``.

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
            A page of webhook endpoints, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_webhook_endpoints(organization_id, limit=limit, cursor=cursor),
            WebhookEndpoint,
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
        url: str,
        *,
        events: Sequence[WebhookEventType] | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> IssuedWebhookEndpoint:
        """Create a webhook endpoint.

        Sends the organization's events to a URL from now on, signed as Standard Webhooks 1.0
        describes. The response has the secret that deliveries are signed with, this once.

        An organization can have 20 webhook endpoints. Costs one request.

        Needs the scope ``webhooks:write``.

        Args:
            organization_id: The organization's id.
            url: The URL that receives events by POST. It begins with ``https://``, has no user
                name, password or fragment, and its host has public addresses only. Servers for
                development may allow ``http://`` on the loopback. 1 to 2048 characters.
            events: The types of events to send. If absent, all types that exist now. 1 to 50
                items. No item twice.
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
            The webhook endpoint with its new secret, which is returned this once.

        Raises:
            ConflictError: ``IDEMPOTENCY_CONFLICT``, ``WEBHOOK_ENDPOINT_LIMIT_REACHED``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.create_webhook_endpoint(organization_id, url, events=events),
            IssuedWebhookEndpoint,
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
        webhook_endpoint_id: Id | WebhookEndpoint,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> WebhookEndpoint:
        """Get a webhook endpoint.

        Returns a webhook endpoint without its secret. Costs one request.

        Needs the scope ``webhooks:read``.

        Args:
            organization_id: The organization's id.
            webhook_endpoint_id: The webhook endpoint's id.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The webhook endpoint.

        Raises:
            NotFoundError: ``WEBHOOK_ENDPOINT_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.get_webhook_endpoint(organization_id, webhook_endpoint_id),
            WebhookEndpoint,
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
        webhook_endpoint_id: Id | WebhookEndpoint,
        changes: WebhookEndpointChanges,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> WebhookEndpoint:
        """Update a webhook endpoint.

        Changes the URL or the events of a webhook endpoint, or disables or enables it. An endpoint
        that answered with 410 was disabled; enable it when it works again. Costs one request.

        Needs the scope ``webhooks:write``.

        Args:
            organization_id: The organization's id.
            webhook_endpoint_id: The webhook endpoint's id.
            changes: The members to change; those that are absent stay as they are. ``url``: The
                URL that receives events by POST. It begins with ``https://``, has no user name,
                password or fragment, and its host has public addresses only. Servers for
                development may allow ``http://`` on the loopback. 1 to 2048 characters. ``events``:
                The types of events to send. 1 to 50 items. No item twice. ``enabled``: False stops
                deliveries, those that wait for another attempt included. True starts them again.
            timeout: Seconds for each attempt, with its body. None for no limit. Default: the
                client's.
            total_timeout: Seconds for all attempts and waits. None for no limit. Default: the
                client's.
            max_retries: How often a failed request is sent again. Default: the client's.
            max_retry_wait: The longest wait, in seconds, that the server may ask for. Default:
                the client's.
            headers: Sent besides the client's own.

        Returns:
            The webhook endpoint.

        Raises:
            NotFoundError: ``WEBHOOK_ENDPOINT_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._send(
            operations.update_webhook_endpoint(organization_id, webhook_endpoint_id, changes),
            WebhookEndpoint,
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
        webhook_endpoint_id: Id | WebhookEndpoint,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Delete a webhook endpoint.

        Deletes a webhook endpoint with its deliveries. Pending deliveries are not sent. Costs one
        request.

        Needs the scope ``webhooks:write``.

        Args:
            organization_id: The organization's id.
            webhook_endpoint_id: The webhook endpoint's id.
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
            NotFoundError: ``WEBHOOK_ENDPOINT_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        self._send_nothing(
            operations.delete_webhook_endpoint(organization_id, webhook_endpoint_id),
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
        organization_id: Id | Organization,
        webhook_endpoint_id: Id | WebhookEndpoint,
        *,
        grace_period_seconds: int | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> IssuedWebhookEndpoint:
        """Rotate the secret of a webhook endpoint.

        Makes a new secret and returns it, this once. For ``gracePeriodSeconds``, deliveries carry a
        signature of the new secret and one of the old secret, so that the receiver can change over
        at any moment. A secret before the old one stops at once. Costs one request.

        Needs the scope ``webhooks:write``.

        Args:
            organization_id: The organization's id.
            webhook_endpoint_id: The webhook endpoint's id.
            grace_period_seconds: How many seconds deliveries carry a signature of the old
                secret beside that of the new one, from 0 to 30 days. 0 to 2592000. Default: 86400.
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
            The webhook endpoint with its new secret, which is returned this once.

        Raises:
            NotFoundError: ``WEBHOOK_ENDPOINT_NOT_FOUND``.
            ConflictError: ``IDEMPOTENCY_CONFLICT``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.rotate_webhook_endpoint(
                organization_id, webhook_endpoint_id, grace_period_seconds=grace_period_seconds
            ),
            IssuedWebhookEndpoint,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def test(
        self,
        organization_id: Id | Organization,
        webhook_endpoint_id: Id | WebhookEndpoint,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> WebhookDelivery:
        """Send a test event.

        Sends an event of the type ``webhook.test`` to a webhook endpoint, whatever types it asks
        for. If an earlier test event still waits for an attempt, that one is sent at once instead.
        The response does not wait for the delivery; the list of deliveries shows how it went. Costs
        one request.

        Needs the scope ``webhooks:write``.

        Args:
            organization_id: The organization's id.
            webhook_endpoint_id: The webhook endpoint's id.
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
            The delivery of a test event. It is on its way.

        Raises:
            NotFoundError: ``WEBHOOK_ENDPOINT_NOT_FOUND``.
            ConflictError: ``IDEMPOTENCY_CONFLICT``, ``WEBHOOK_ENDPOINT_DISABLED``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.test_webhook_endpoint(organization_id, webhook_endpoint_id),
            WebhookDelivery,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )

    def deliveries(
        self,
        organization_id: Id | Organization,
        webhook_endpoint_id: Id | WebhookEndpoint,
        *,
        status: WebhookDeliveryStatus | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> List[WebhookDelivery]:
        """List deliveries.

        Returns the deliveries to a webhook endpoint of the last 30 days, newest first: the event,
        each attempt, and when the next one is due. Costs one request.

        Needs the scope ``webhooks:read``.

        Args:
            organization_id: The organization's id.
            webhook_endpoint_id: The webhook endpoint's id.
            status: Only deliveries with this status. One of ``pending``, ``delivered``,
                ``failed``.
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
            A page of deliveries, newest first.

        Raises:
            NotFoundError: ``WEBHOOK_ENDPOINT_NOT_FOUND``.
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_webhook_deliveries(
                organization_id, webhook_endpoint_id, status=status, limit=limit, cursor=cursor
            ),
            WebhookDelivery,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )

    def replay(
        self,
        organization_id: Id | Organization,
        webhook_endpoint_id: Id | WebhookEndpoint,
        webhook_delivery_id: Id | WebhookDelivery,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        idempotency_key: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> WebhookDelivery:
        """Replay a delivery.

        Sends an event to its webhook endpoint again, now, whether it was delivered or not, with the
        same ``webhook-id``. If that fails, it is tried again as often as a new delivery. If an
        attempt is under way, it is not sent a second time beside it. Costs one request.

        Needs the scope ``webhooks:write``.

        Args:
            organization_id: The organization's id.
            webhook_endpoint_id: The webhook endpoint's id.
            webhook_delivery_id: The delivery's id.
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
            The delivery, which is due again.

        Raises:
            NotFoundError: ``WEBHOOK_DELIVERY_NOT_FOUND``, ``WEBHOOK_ENDPOINT_NOT_FOUND``.
            ConflictError: ``IDEMPOTENCY_CONFLICT``, ``WEBHOOK_ENDPOINT_DISABLED``.
            ValidationError: ``VALIDATION_ERROR``, ``IDEMPOTENCY_KEY_REUSED``.
        """
        return self._send(
            operations.replay_webhook_delivery(
                organization_id, webhook_endpoint_id, webhook_delivery_id
            ),
            WebhookDelivery,
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                idempotency_key=idempotency_key,
                headers=headers,
            ),
        )


__all__ = [
    "WebhookEndpoints",
]
