"""The official client's ``sinkove.organizations.client``."""

from __future__ import annotations

from .._client import Sinkove
from ..generated.resources import Organizations
from .organization import Organization


class OrganizationClient(Organizations):
    """The organizations that a connector's key can access.

    Example:
        >>> for organization in OrganizationClient(Connector()).list():
        ...     print(organization.organization_name, len(organization.datasets.list()))
    """

    def __init__(self, conn: Sinkove) -> None:
        super().__init__(conn.organizations._session)  # noqa: SLF001  (its own client)


__all__ = ["Organization", "OrganizationClient"]
