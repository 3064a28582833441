"""Organizations of the asynchronous client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._base import BaseOrganization

if TYPE_CHECKING:
    from ..resources import AsyncDatasets, AsyncOrganizations


class AsyncOrganization(BaseOrganization):
    """An organization with its datasets."""

    def _resource_class(self) -> type[AsyncOrganizations]:
        from ..generated.async_resources import AsyncOrganizations

        return AsyncOrganizations

    @property
    def datasets(self) -> AsyncDatasets:
        """The datasets of this organization only."""
        resource: AsyncOrganizations = self._attached()
        return resource.datasets(self.id)


__all__ = ["AsyncOrganization"]
