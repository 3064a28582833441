"""Organizations, for both kinds of program."""

from __future__ import annotations

from .._attachable import Attachable
from ..generated import models


class BaseOrganization(models.Organization, Attachable):
    """An organization that its account belongs to."""

    _resource_name = "organizations"

    def __repr__(self) -> str:
        known = vars(self)  # a debugger may look before anything is there
        return f"<{type(self).__name__} {known.get('id')} {known.get('name')!r}>"

    @property
    def organization_name(self) -> str:
        """Its name, as the official client calls it."""
        return self.name
