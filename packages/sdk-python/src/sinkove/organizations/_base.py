"""What organizations of both clients share."""

from __future__ import annotations

from .._attachable import Attachable
from ..generated import models


class BaseOrganization(models.Organization, Attachable):
    """An organization of the account."""

    _resource_name = "organizations"

    def __repr__(self) -> str:
        known = vars(self)  # a debugger may call this before the fields are set
        return f"<{type(self).__name__} {known.get('id')} {known.get('name')!r}>"

    @property
    def organization_name(self) -> str:
        """The name, under the official client's attribute."""
        return self.name
