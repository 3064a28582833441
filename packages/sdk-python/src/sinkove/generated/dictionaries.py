"""The dictionaries that methods take.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from .._options import Id, Time
from .models import LeakPolicy, MemberRole, Organization, Scope, WebhookEventType


class ApiKeyChanges(TypedDict, total=False):
    """The members to change; those that are absent stay as they are."""

    name: str
    """What the key is for, in your own words; one key per application. No control characters,
    not blank. 1 to 100 characters.
    """
    enabled: bool
    """False refuses the key until it is set to true again."""
    scopes: Sequence[Scope]
    """What the key may do. At least 1 item. No item twice."""
    organizationIds: Sequence[Id | Organization] | None
    """The organizations that the key is limited to. Null means all organizations of the account,
    including those that it joins later. 1 to 100 items. No item twice.
    """
    expiresAt: Time | None
    """When the key stops working; a moment in the past stops it at once; null for never."""
    rateLimit: OwnRateLimitDict | None
    """A limit for this key, beside the account's, so that one program cannot use up what the
    others share. The key's successor and the keys that it makes count against the same limit.
    It must not allow more requests per second than the account's. A key with a limit of its
    own can lower limits only. Null for no limit but the account's.
    """


class MemberChanges(TypedDict):
    """What to change about a member."""

    role: MemberRole
    """What a person may do in an organization."""


class OrganizationChanges(TypedDict, total=False):
    """What to change about an organization. Fields that are left out stay as they are."""

    name: str
    """The organization's name. No control characters, not blank. 1 to 100 characters."""
    leakPolicy: LeakPolicy
    """What happens to an API key that was found where others can read it. A key that reaches
    several organizations follows the strictest of their policies: ``revoke``, then
    ``disable``, then ``notify``. A key that reaches none is revoked.
    """
    lowCreditsThreshold: int | None
    """The organization's credits are low while it has fewer than this. When they become low, the
    organization's webhook endpoints get ``credits.low`` and its owners get an email. Null
    means that nobody is told. 1 to 1000000000.
    """


class OwnRateLimitDict(TypedDict):
    """A limit for this key, beside the account's, so that one program cannot use up what the
    others share. The key's successor and the keys that it makes count against the same limit.
    It must not allow more requests per second than the account's. A key with a limit of its
    own can lower limits only. Null for no limit but the account's.
    """

    limit: int
    """How many requests the bucket holds. 1 to 1000000."""
    windowSeconds: int
    """In how many seconds an empty bucket is full again. 1 to 86400."""


class WebhookEndpointChanges(TypedDict, total=False):
    """The members to change; those that are absent stay as they are."""

    url: str
    """The URL that receives events by POST. It begins with ``https://``, has no user name,
    password or fragment, and its host has public addresses only. Servers for development may
    allow ``http://`` on the loopback. 1 to 2048 characters.
    """
    events: Sequence[WebhookEventType]
    """The types of events to send. 1 to 50 items. No item twice."""
    enabled: bool
    """False stops deliveries, those that wait for another attempt included. True starts them
    again.
    """


__all__ = [
    "ApiKeyChanges",
    "MemberChanges",
    "OrganizationChanges",
    "OwnRateLimitDict",
    "WebhookEndpointChanges",
]
