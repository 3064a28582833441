"""The operations of ``client.organizations``, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..._operation import Parent
from ..._options import FROM_CLIENT, FromClient, Id, Time, request_options
from ..._resource import Resource
from ...organizations.organization import Organization
from ...pagination import List
from .. import operations
from ..dictionaries import OrganizationChanges
from ..models import CreditEntry, CreditEntryKind
from .datasets import Datasets


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
        to becomes its owner. A key that is limited to some organizations cannot create others. An
        account can belong to 100 organizations. Costs one request.

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
            ConflictError: ``IDEMPOTENCY_CONFLICT``, ``ORGANIZATION_LIMIT_REACHED``.
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
        """Change an organization.

        Changes the name of an organization, what happens to its API keys when they leak, or how few
        credits are low. Fields that are left out stay as they are. Costs one request.

        Needs the scope ``organizations:write``.

        Args:
            organization_id: The organization's id.
            changes: What to change about an organization. Fields that are left out stay as they
                are. ``name``: The organization's name. No control characters, not blank. 1 to 100
                characters. ``leakPolicy``: What happens to an API key that was found where others
                can read it. A key that reaches several organizations follows the strictest of their
                policies: ``revoke``, then ``disable``, then ``notify``. A key that reaches none is
                revoked. ``lowCreditsThreshold``: The organization's credits are low while it has
                fewer than this. When they become low, the organization's webhook endpoints get
                ``credits.low`` and its owners get an email. Null means that nobody is told. 1 to
                1000000000.
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

    def credit_entries(
        self,
        organization_id: Id | Organization,
        *,
        kind: CreditEntryKind | None = None,
        created_after: Time | None = None,
        created_before: Time | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> List[CreditEntry]:
        """List credit entries.

        Returns what changed the credits of an organization, newest first: credits that were given
        to it, the datasets that took some, and the refunds of those that failed. The sum of all
        entries is the organization's ``credits``. Costs one request.

        Needs the scope ``organizations:read``.

        Args:
            organization_id: The organization's id.
            kind: Only entries of this kind. One of ``grant``, ``dataset``, ``refund``,
                ``adjustment``.
            created_after: Only entries that were made at this moment or later.
            created_before: Only entries that were made before this moment.
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
            A page of credit entries, newest first.

        Raises:
            ValidationError: ``VALIDATION_ERROR``.
        """
        return self._list(
            operations.list_credit_entries(
                organization_id,
                kind=kind,
                created_after=created_after,
                created_before=created_before,
                limit=limit,
                cursor=cursor,
            ),
            CreditEntry,
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
            self._session,
            Parent("/organizations/{organization_id}", {"organization_id": organization_id}),
        )


__all__ = [
    "Organizations",
]
