"""The operations of ``client.invitations``, for programs that await.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..._async_resource import AsyncResource
from ..._options import FROM_CLIENT, FromClient, Id, request_options
from ...organizations.async_organization import AsyncOrganization
from ...pagination import AsyncList
from ...records import IssuedInvitation
from .. import operations
from ..models import Invitation, MemberRole


class AsyncInvitations(AsyncResource):
    """Invite people to an organization."""

    def list(
        self,
        organization_id: Id | AsyncOrganization,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncList[Invitation]:
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

    async def create(
        self,
        organization_id: Id | AsyncOrganization,
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
        and an account can send 50 in an hour.

        An API key can invite an owner only if it has every scope of an owner and no expiry. An
        invitation works only while its sender could still send it: not if the sender was removed
        from the organization, became a member or was suspended, and not if the API key that sent it
        was revoked or disabled. Costs one request.

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
        return await self._send(
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

    async def revoke(
        self,
        organization_id: Id | AsyncOrganization,
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
        await self._send_nothing(
            operations.revoke_invitation(organization_id, invitation_id),
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


__all__ = [
    "AsyncInvitations",
]
