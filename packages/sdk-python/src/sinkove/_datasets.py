"""A dataset as both clients know it: what the contract says of it, in its two vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._api_key import redact
from ._records import Bound
from .generated import models

_STATUS = {"STARTED": "processing"}
_UNFINISHED = ("PENDING", "STARTED", "UNKNOWN")
_FINISHED = ("READY", "FAILED", "EXPIRED")


class AnyDataset(models.Dataset, Bound):
    """A set of synthetic images that was asked for."""

    _raw: Any

    @property
    def state(self) -> str:
        """``PENDING``, ``STARTED``, ``READY``, ``FAILED`` or ``EXPIRED``, as last seen.

        ``UNKNOWN`` where the service has recorded none.
        """
        return (self.metadata and self.metadata.state) or "UNKNOWN"

    @property
    def status(self) -> str:
        """``pending``, ``processing``, ``ready``, ``failed`` or ``expired``, as last seen."""
        return _STATUS.get(self.state, self.state.lower())

    @property
    def progress(self) -> int:
        """How much is done, in percent, as last seen."""
        return (self.metadata and self.metadata.progress) or 0

    @property
    def finished(self) -> bool:
        """Whether the generation has ended, well or badly, as last seen."""
        return self.state in _FINISHED

    @property
    def raw(self) -> dict[str, Any]:
        """The JSON as it came, with members that this version does not know."""
        return dict(self._raw)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        known = vars(self)  # a debugger may look before anything is there
        if "metadata" not in known:
            return f"<{type(self).__name__} {known.get('id')}>"
        return redact(f"<{type(self).__name__} {self.id} {self.state} {self.progress} %>")

    def _row(self) -> Mapping[str, Any]:
        row = {"id": self.id, "state": self.state, "progress": f"{self.progress} %"}
        return {**row, **super()._row()}

    def __getstate__(self) -> dict[str, Any]:
        """A dataset can be pickled, without the client that it came from."""
        return {name: value for name, value in self.__dict__.items() if name != "_home"}

    def _take(self, other: AnyDataset) -> None:
        self.__dict__.update(other.__dict__)


class Readiness(int):
    """Whether a dataset is ready: true or false, and also a function that says so.

    One documented way is the property (``if dataset.ready``), the other the method
    (``while not dataset.ready()``). Both ask the API.
    """

    def __call__(self) -> bool:
        return bool(self)

    def __repr__(self) -> str:
        return repr(bool(self))

    __str__ = __repr__
