"""The requests of all operations.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from .._operation import Operation, given
from .._options import Id, Time
from .dictionaries import (
    ApiKeyChanges,
    MemberChanges,
    OrganizationChanges,
    OwnRateLimitDict,
    WebhookEndpointChanges,
)
from .models import (
    Account,
    ApiKey,
    CreditEntryKind,
    Dataset,
    DatasetState,
    ErrorCode,
    Invitation,
    MemberRole,
    Model,
    Organization,
    Scope,
    UsageInterval,
    WebhookDelivery,
    WebhookDeliveryStatus,
    WebhookEndpoint,
    WebhookEventType,
)


def get_me() -> Operation:
    """``GET /me``."""
    return Operation("GET", "/me")


def get_usage(
    *, start: Time | None = None, end: Time | None = None, interval: UsageInterval | None = None
) -> Operation:
    """``GET /usage``."""
    return Operation("GET", "/usage", query={"from": start, "to": end, "interval": interval})


def list_api_keys(*, limit: int | None = None, cursor: str | None = None) -> Operation:
    """``GET /api-keys``."""
    return Operation("GET", "/api-keys", query={"limit": limit, "cursor": cursor})


def create_api_key(
    name: str,
    *,
    scopes: Sequence[Scope] | None = None,
    organization_ids: Sequence[Id | Organization] | None = None,
    expires_at: Time | None = None,
    rate_limit: OwnRateLimitDict | None = None,
) -> Operation:
    """``POST /api-keys``."""
    return Operation(
        "POST",
        "/api-keys",
        body=given(
            {
                "name": name,
                "scopes": scopes,
                "organizationIds": organization_ids,
                "expiresAt": expires_at,
                "rateLimit": rate_limit,
            }
        ),
    )


def get_api_key(api_key_id: Id | ApiKey) -> Operation:
    """``GET /api-keys/{api_key_id}``."""
    return Operation("GET", "/api-keys/{api_key_id}", params={"api_key_id": api_key_id})


def update_api_key(api_key_id: Id | ApiKey, changes: ApiKeyChanges) -> Operation:
    """``PATCH /api-keys/{api_key_id}``."""
    return Operation(
        "PATCH", "/api-keys/{api_key_id}", params={"api_key_id": api_key_id}, body=changes
    )


def rotate_api_key(
    api_key_id: Id | ApiKey, *, grace_period_seconds: int | None = None
) -> Operation:
    """``POST /api-keys/{api_key_id}/rotate``."""
    return Operation(
        "POST",
        "/api-keys/{api_key_id}/rotate",
        params={"api_key_id": api_key_id},
        body=given({"gracePeriodSeconds": grace_period_seconds}) or None,
    )


def revoke_api_key(api_key_id: Id | ApiKey, *, descendants: bool | None = None) -> Operation:
    """``POST /api-keys/{api_key_id}/revoke``."""
    return Operation(
        "POST",
        "/api-keys/{api_key_id}/revoke",
        params={"api_key_id": api_key_id},
        body=given({"descendants": descendants}) or None,
    )


def get_api_key_usage(
    api_key_id: Id | ApiKey,
    *,
    start: Time | None = None,
    end: Time | None = None,
    interval: UsageInterval | None = None,
) -> Operation:
    """``GET /api-keys/{api_key_id}/usage``."""
    return Operation(
        "GET",
        "/api-keys/{api_key_id}/usage",
        params={"api_key_id": api_key_id},
        query={"from": start, "to": end, "interval": interval},
    )


def list_api_key_events(
    api_key_id: Id | ApiKey, *, limit: int | None = None, cursor: str | None = None
) -> Operation:
    """``GET /api-keys/{api_key_id}/events``."""
    return Operation(
        "GET",
        "/api-keys/{api_key_id}/events",
        params={"api_key_id": api_key_id},
        query={"limit": limit, "cursor": cursor},
    )


def get_api_key_advice(api_key_id: Id | ApiKey) -> Operation:
    """``GET /api-keys/{api_key_id}/advice``."""
    return Operation("GET", "/api-keys/{api_key_id}/advice", params={"api_key_id": api_key_id})


def list_requests(
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
) -> Operation:
    """``GET /requests``."""
    return Operation(
        "GET",
        "/requests",
        query={
            "apiKeyId": api_key_id,
            "actorType": actor_type,
            "operation": operation,
            "statusClass": status_class,
            "code": code,
            "occurredAfter": occurred_after,
            "occurredBefore": occurred_before,
            "limit": limit,
            "cursor": cursor,
        },
    )


def get_request(request_id: Id) -> Operation:
    """``GET /requests/{request_id}``."""
    return Operation("GET", "/requests/{request_id}", params={"request_id": request_id})


def list_organizations(*, limit: int | None = None, cursor: str | None = None) -> Operation:
    """``GET /organizations``."""
    return Operation("GET", "/organizations", query={"limit": limit, "cursor": cursor})


def create_organization(name: str) -> Operation:
    """``POST /organizations``."""
    return Operation("POST", "/organizations", body=given({"name": name}))


def get_organization(organization_id: Id | Organization) -> Operation:
    """``GET /organizations/{organization_id}``."""
    return Operation(
        "GET", "/organizations/{organization_id}", params={"organization_id": organization_id}
    )


def update_organization(
    organization_id: Id | Organization, changes: OrganizationChanges
) -> Operation:
    """``PATCH /organizations/{organization_id}``."""
    return Operation(
        "PATCH",
        "/organizations/{organization_id}",
        params={"organization_id": organization_id},
        body=changes,
    )


def delete_organization(organization_id: Id | Organization) -> Operation:
    """``DELETE /organizations/{organization_id}``."""
    return Operation(
        "DELETE", "/organizations/{organization_id}", params={"organization_id": organization_id}
    )


def list_credit_entries(
    organization_id: Id | Organization,
    *,
    kind: CreditEntryKind | None = None,
    created_after: Time | None = None,
    created_before: Time | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> Operation:
    """``GET /organizations/{organization_id}/credit-entries``."""
    return Operation(
        "GET",
        "/organizations/{organization_id}/credit-entries",
        params={"organization_id": organization_id},
        query={
            "kind": kind,
            "createdAfter": created_after,
            "createdBefore": created_before,
            "limit": limit,
            "cursor": cursor,
        },
    )


def list_members(
    organization_id: Id | Organization, *, limit: int | None = None, cursor: str | None = None
) -> Operation:
    """``GET /organizations/{organization_id}/members``."""
    return Operation(
        "GET",
        "/organizations/{organization_id}/members",
        params={"organization_id": organization_id},
        query={"limit": limit, "cursor": cursor},
    )


def update_member(
    organization_id: Id | Organization, account_id: Id | Account, changes: MemberChanges
) -> Operation:
    """``PATCH /organizations/{organization_id}/members/{account_id}``."""
    return Operation(
        "PATCH",
        "/organizations/{organization_id}/members/{account_id}",
        params={"organization_id": organization_id, "account_id": account_id},
        body=changes,
    )


def delete_member(organization_id: Id | Organization, account_id: Id | Account) -> Operation:
    """``DELETE /organizations/{organization_id}/members/{account_id}``."""
    return Operation(
        "DELETE",
        "/organizations/{organization_id}/members/{account_id}",
        params={"organization_id": organization_id, "account_id": account_id},
    )


def list_invitations(
    organization_id: Id | Organization, *, limit: int | None = None, cursor: str | None = None
) -> Operation:
    """``GET /organizations/{organization_id}/invitations``."""
    return Operation(
        "GET",
        "/organizations/{organization_id}/invitations",
        params={"organization_id": organization_id},
        query={"limit": limit, "cursor": cursor},
    )


def create_invitation(
    organization_id: Id | Organization, email: str, *, role: MemberRole | None = None
) -> Operation:
    """``POST /organizations/{organization_id}/invitations``."""
    return Operation(
        "POST",
        "/organizations/{organization_id}/invitations",
        params={"organization_id": organization_id},
        body=given({"email": email, "role": role}),
    )


def revoke_invitation(
    organization_id: Id | Organization, invitation_id: Id | Invitation
) -> Operation:
    """``DELETE /organizations/{organization_id}/invitations/{invitation_id}``."""
    return Operation(
        "DELETE",
        "/organizations/{organization_id}/invitations/{invitation_id}",
        params={"organization_id": organization_id, "invitation_id": invitation_id},
    )


def list_webhook_endpoints(
    organization_id: Id | Organization, *, limit: int | None = None, cursor: str | None = None
) -> Operation:
    """``GET /organizations/{organization_id}/webhook-endpoints``."""
    return Operation(
        "GET",
        "/organizations/{organization_id}/webhook-endpoints",
        params={"organization_id": organization_id},
        query={"limit": limit, "cursor": cursor},
    )


def create_webhook_endpoint(
    organization_id: Id | Organization,
    url: str,
    *,
    events: Sequence[WebhookEventType] | None = None,
) -> Operation:
    """``POST /organizations/{organization_id}/webhook-endpoints``."""
    return Operation(
        "POST",
        "/organizations/{organization_id}/webhook-endpoints",
        params={"organization_id": organization_id},
        body=given({"url": url, "events": events}),
    )


def get_webhook_endpoint(
    organization_id: Id | Organization, webhook_endpoint_id: Id | WebhookEndpoint
) -> Operation:
    """``GET /organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}``."""
    return Operation(
        "GET",
        "/organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}",
        params={"organization_id": organization_id, "webhook_endpoint_id": webhook_endpoint_id},
    )


def update_webhook_endpoint(
    organization_id: Id | Organization,
    webhook_endpoint_id: Id | WebhookEndpoint,
    changes: WebhookEndpointChanges,
) -> Operation:
    """``PATCH /organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}``."""
    return Operation(
        "PATCH",
        "/organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}",
        params={"organization_id": organization_id, "webhook_endpoint_id": webhook_endpoint_id},
        body=changes,
    )


def delete_webhook_endpoint(
    organization_id: Id | Organization, webhook_endpoint_id: Id | WebhookEndpoint
) -> Operation:
    """``DELETE /organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}``."""
    return Operation(
        "DELETE",
        "/organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}",
        params={"organization_id": organization_id, "webhook_endpoint_id": webhook_endpoint_id},
    )


def rotate_webhook_endpoint(
    organization_id: Id | Organization,
    webhook_endpoint_id: Id | WebhookEndpoint,
    *,
    grace_period_seconds: int | None = None,
) -> Operation:
    """``POST /organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/rotate``."""
    return Operation(
        "POST",
        "/organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/rotate",
        params={"organization_id": organization_id, "webhook_endpoint_id": webhook_endpoint_id},
        body=given({"gracePeriodSeconds": grace_period_seconds}) or None,
    )


def test_webhook_endpoint(
    organization_id: Id | Organization, webhook_endpoint_id: Id | WebhookEndpoint
) -> Operation:
    """``POST /organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/test``."""
    return Operation(
        "POST",
        "/organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/test",
        params={"organization_id": organization_id, "webhook_endpoint_id": webhook_endpoint_id},
    )


def list_webhook_deliveries(
    organization_id: Id | Organization,
    webhook_endpoint_id: Id | WebhookEndpoint,
    *,
    status: WebhookDeliveryStatus | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> Operation:
    """``GET /organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/deliveries``."""  # noqa: E501
    return Operation(
        "GET",
        "/organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/deliveries",
        params={"organization_id": organization_id, "webhook_endpoint_id": webhook_endpoint_id},
        query={"status": status, "limit": limit, "cursor": cursor},
    )


def replay_webhook_delivery(
    organization_id: Id | Organization,
    webhook_endpoint_id: Id | WebhookEndpoint,
    webhook_delivery_id: Id | WebhookDelivery,
) -> Operation:
    """``POST /organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/deliveries/{webhook_delivery_id}/replay``."""  # noqa: E501
    return Operation(
        "POST",
        "/organizations/{organization_id}/webhook-endpoints/{webhook_endpoint_id}/deliveries/{webhook_delivery_id}/replay",
        params={
            "organization_id": organization_id,
            "webhook_endpoint_id": webhook_endpoint_id,
            "webhook_delivery_id": webhook_delivery_id,
        },
    )


def list_models(*, limit: int | None = None, cursor: str | None = None) -> Operation:
    """``GET /models``."""
    return Operation("GET", "/models", query={"limit": limit, "cursor": cursor})


def get_model(model_id: Id | Model) -> Operation:
    """``GET /models/{model_id}``."""
    return Operation("GET", "/models/{model_id}", params={"model_id": model_id})


def list_datasets(
    *,
    state: DatasetState | None = None,
    model_id: Id | Model | None = None,
    created_after: Time | None = None,
    created_before: Time | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> Operation:
    """``GET /datasets``."""
    return Operation(
        "GET",
        "/datasets",
        query={
            "state": state,
            "modelId": model_id,
            "createdAfter": created_after,
            "createdBefore": created_before,
            "limit": limit,
            "cursor": cursor,
        },
    )


def create_dataset(
    model_id: Id | Model,
    num_samples: int,
    args: Mapping[str, Any],
    *,
    organization_id: Id | Organization | None = None,
) -> Operation:
    """``POST /datasets``."""
    return Operation(
        "POST",
        "/datasets",
        body=given(
            {
                "organizationId": organization_id,
                "modelId": model_id,
                "numSamples": num_samples,
                "args": args,
            }
        ),
    )


def get_dataset(dataset_id: Id | Dataset) -> Operation:
    """``GET /datasets/{dataset_id}``."""
    return Operation("GET", "/datasets/{dataset_id}", params={"dataset_id": dataset_id})


def delete_dataset(dataset_id: Id | Dataset) -> Operation:
    """``DELETE /datasets/{dataset_id}``."""
    return Operation("DELETE", "/datasets/{dataset_id}", params={"dataset_id": dataset_id})


def get_dataset_download(dataset_id: Id | Dataset) -> Operation:
    """``GET /datasets/{dataset_id}/urls/download``."""
    return Operation(
        "GET", "/datasets/{dataset_id}/urls/download", params={"dataset_id": dataset_id}
    )
