"""An organization as both clients know it."""

from __future__ import annotations

from ._records import Bound
from .generated import models


class AnyOrganization(models.Organization, Bound):
    """An organization that its account belongs to."""

    _resource_name = "organizations"

    def __repr__(self) -> str:
        known = vars(self)  # a debugger may look before anything is there
        return f"<{type(self).__name__} {known.get('id')} {known.get('name')!r}>"

    @property
    def organization_name(self) -> str:
        """Its name, as the official client calls it."""
        return self.name
