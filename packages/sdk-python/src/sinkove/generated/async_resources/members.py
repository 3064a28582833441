"""The operations of ``client.members``, for programs that await.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..._async_resource import AsyncResource
from ..._options import FROM_CLIENT, FromClient, Id, request_options
from ...organizations.async_organization import AsyncOrganization
from ...pagination import AsyncList
from .. import operations
from ..dictionaries import MemberChanges
from ..models import Account, Member


class AsyncMembers(AsyncResource):
    """The people who belong to an organization, and their roles."""

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
    ) -> AsyncList[Member]:
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

    async def update(
        self,
        organization_id: Id | AsyncOrganization,
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
        member. An API key can make a person an owner only if it has every scope of an owner and no
        expiry. Costs one request.

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
        return await self._send(
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

    async def delete(
        self,
        organization_id: Id | AsyncOrganization,
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
        await self._send_nothing(
            operations.delete_member(organization_id, account_id),
            request_options(
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            ),
        )


__all__ = [
    "AsyncMembers",
]
