"""Datasets, for both kinds of program."""

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
    """A set of synthetic images that was requested."""

    _resource_name = "datasets"
    _times_tested = 0
    """How often ``ready`` was tested and false since the API was asked."""

    @property
    def state(self) -> DatasetState | Literal["UNKNOWN"]:
        """``PENDING``, ``STARTED``, ``READY``, ``FAILED`` or ``EXPIRED``, as last seen.

        ``UNKNOWN`` where the service has recorded none.
        """
        try:
            return (self.metadata and self.metadata.state) or "UNKNOWN"
        except FieldError:
            return "UNKNOWN"

    @property
    def status(
        self,
    ) -> Literal["pending", "processing", "ready", "failed", "expired", "unknown"]:
        """``pending``, ``processing``, ``ready``, ``failed`` or ``expired``, as last seen."""
        return _STATUS.get(self.state) or self.state.lower()  # type: ignore[return-value]  # new ones

    @property
    def progress(self) -> int:
        """How much is done, in percent, as last seen."""
        try:
            return (self.metadata and self.metadata.progress) or 0
        except FieldError:
            return 0

    @property
    def finished(self) -> bool:
        """Whether the generation has ended, well or badly, as last seen."""
        return self.state in _FINISHED

    @property
    def raw(self) -> dict[str, Any]:
        """The JSON as it came, with members that this version does not know."""
        return dict(self._json or {})

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

    def _update_from(self, other: Record) -> None:
        super()._update_from(other)
        self._times_tested = 0

    def _warn_of_a_loop(self) -> None:
        """Warns a program that waits for ``ready`` and never asks the API."""
        self._times_tested += 1
        if self._times_tested == _TESTS_BEFORE_A_WARNING and not self.finished:
            warnings.warn(
                "dataset.ready is the state as last seen, and this dataset was not asked for since."
                " To ask the API, write dataset.ready(); to wait, write dataset.wait().",
                UserWarning,
                stacklevel=stack_level_of_program(),
            )


class Readiness(int):
    """Whether a dataset is ready: ``dataset.ready`` as last seen, ``dataset.ready()`` now.

    Reading it sends nothing, so that ``hasattr``, debuggers and loops over many datasets are free.
    Calling it sends one request.
    """

    _dataset: Any

    @classmethod
    def of(cls, dataset: BaseDataset) -> Self:
        """As the dataset was last seen."""
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
        """A copy is a boolean: what was seen, without the dataset."""
        return bool, (int(self),)
