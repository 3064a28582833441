"""The official client's ``sinkove.datasets.client``."""

from __future__ import annotations

from .._client import Sinkove
from .._operation import Parent
from .._options import Id
from ..generated.resources import Datasets
from ..organizations.organization import Organization
from .dataset import Dataset


class DatasetClient(Datasets):
    """The datasets of an organization: ``DatasetClient(Connector(), organization_id).list()``."""

    def __init__(self, conn: Sinkove, organization_id: Id | Organization) -> None:
        parent = Parent("/organizations/{organization_id}", {"organization_id": organization_id})
        super().__init__(conn._session, parent)  # noqa: SLF001  (its own client)


__all__ = ["Dataset", "DatasetClient"]
