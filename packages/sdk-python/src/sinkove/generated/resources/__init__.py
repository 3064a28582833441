"""The classes of the resources, for programs that block.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from .api_keys import ApiKeys
from .client import Operations
from .datasets import Datasets
from .invitations import Invitations
from .members import Members
from .models import Models
from .organizations import Organizations
from .requests import Requests
from .webhook_endpoints import WebhookEndpoints

__all__ = [
    "ApiKeys",
    "Datasets",
    "Invitations",
    "Members",
    "Models",
    "Operations",
    "Organizations",
    "Requests",
    "WebhookEndpoints",
]
