"""Organizations of the blocking client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._base import BaseOrganization

if TYPE_CHECKING:
    from ..resources import Datasets, Organizations


class Organization(BaseOrganization):
    """An organization with its datasets."""

    def _resource_class(self) -> type[Organizations]:
        from ..generated.resources import Organizations

        return Organizations

    @property
    def datasets(self) -> Datasets:
        """The datasets of this organization only."""
        resource: Organizations = self._attached()
        return resource.datasets(self.id)


__all__ = ["Organization"]
