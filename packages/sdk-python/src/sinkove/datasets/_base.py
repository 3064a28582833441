"""What datasets of both clients share."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from .._api_key import redact
from .._attachable import Attachable
from .._record import Record
from .._warnings import stack_level_of_program
from ..exceptions import FieldError
from ..generated import models
from ..generated.models import DatasetState

if TYPE_CHECKING:
    from typing_extensions import Self

_STATUS: dict[str, Literal["processing"]] = {"STARTED": "processing"}
_UNFINISHED = ("PENDING", "STARTED", "UNKNOWN")
_TESTS_BEFORE_A_WARNING = 3
_FINISHED = ("READY", "FAILED", "EXPIRED")


class BaseDataset(models.Dataset, Attachable):
    """A set of synthetic images."""

    _resource_name = "datasets"
    _times_tested = 0
    """How often the program tested ``ready`` in vain since the last request."""

    @property
    def state(self) -> DatasetState | Literal["UNKNOWN"]:
        """``PENDING``, ``STARTED``, ``READY``, ``FAILED`` or ``EXPIRED``, as last fetched.

        ``UNKNOWN`` if the API sent no state.
        """
        try:
            return (self.metadata and self.metadata.state) or "UNKNOWN"
        except FieldError:
            return "UNKNOWN"

    @property
    def status(
        self,
    ) -> Literal["pending", "processing", "ready", "failed", "expired", "unknown"]:
        """``pending``, ``processing``, ``ready``, ``failed`` or ``expired``, as last fetched."""
        return _STATUS.get(self.state) or self.state.lower()  # type: ignore[return-value]  # or a new state

    @property
    def progress(self) -> int:
        """The progress in percent, as last fetched."""
        try:
            return (self.metadata and self.metadata.progress) or 0
        except FieldError:
            return 0

    @property
    def finished(self) -> bool:
        """Whether the generation has ended, successfully or not, as last fetched."""
        return self.state in _FINISHED

    @property
    def raw(self) -> dict[str, Any]:
        """The JSON that the API sent, including members that this version does not know."""
        return dict(self._json or {})

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        known = vars(self)  # a debugger may call this before the fields are set
        if "metadata" not in known:
            return f"<{type(self).__name__} {known.get('id')}>"
        return redact(f"<{type(self).__name__} {self.id} {self.state} {self.progress} %>")

    def _row(self) -> Mapping[str, Any]:
        row = {"id": self.id, "state": self.state, "progress": f"{self.progress} %"}
        return {**row, **super()._row()}

    def _update_from(self, other: Record) -> None:
        super()._update_from(other)
        self._times_tested = 0

    def _warn_of_a_loop(self) -> None:
        """Warns a program that waits for ``ready`` and never asks the API."""
        self._times_tested += 1
        if self._times_tested == _TESTS_BEFORE_A_WARNING and not self.finished:
            warnings.warn(
                "dataset.ready is the last known state, and the API has not been asked since."
                " To ask the API, call dataset.ready(); to wait, call dataset.wait().",
                UserWarning,
                stacklevel=stack_level_of_program(),
            )


class Readiness(int):
    """Whether a dataset is ready: ``dataset.ready`` as last fetched, ``dataset.ready()`` now.

    Reading it sends no request, so it costs nothing in ``hasattr``, debuggers and loops. Calling it
    sends one request.
    """

    _dataset: Any

    @classmethod
    def of(cls, dataset: BaseDataset) -> Self:
        """The readiness of a dataset as last fetched."""
        self = cls(dataset.state == "READY")
        self._dataset = dataset
        return self

    def __bool__(self) -> bool:
        if self == 0:
            self._dataset._warn_of_a_loop()  # noqa: SLF001  (its own module)
        return self != 0

    def __repr__(self) -> str:
        return repr(self != 0)

    __str__ = __repr__

    def __reduce__(self) -> tuple[type[bool], tuple[int]]:
        """Copies and pickles as a plain boolean, without the dataset."""
        return bool, (int(self),)
