"""The classes of the resources, for programs that await.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from .api_keys import AsyncApiKeys
from .client import AsyncOperations
from .datasets import AsyncDatasets
from .invitations import AsyncInvitations
from .members import AsyncMembers
from .models import AsyncModels
from .organizations import AsyncOrganizations
from .requests import AsyncRequests
from .webhook_endpoints import AsyncWebhookEndpoints

__all__ = [
    "AsyncApiKeys",
    "AsyncDatasets",
    "AsyncInvitations",
    "AsyncMembers",
    "AsyncModels",
    "AsyncOperations",
    "AsyncOrganizations",
    "AsyncRequests",
    "AsyncWebhookEndpoints",
]
