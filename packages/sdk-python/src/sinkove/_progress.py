"""Progress bars for waits and downloads, in terminals and notebooks, if tqdm is installed."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ._api_key import redact

if TYPE_CHECKING:
    from .datasets._base import BaseDataset
    from .downloads import DownloadProgress

_SHOWN_OF_ID = 12
"""The last group of a UUID. Its first groups are a timestamp, which datasets may share."""


@contextmanager
def wait_bar(
    dataset_id: object, *, shown: bool
) -> Generator[Callable[[BaseDataset], None], None, None]:
    """Yields a function that shows a dataset's state and how many of its images are finished."""
    title = _title(dataset_id)
    with _bar(title, shown=shown, unit=" images") as display:

        def show(dataset: BaseDataset) -> None:
            if display is None:
                return
            display.set_description(redact(f"{title} {dataset.state}"), refresh=False)
            _move(display, *_images(dataset))
            display.refresh()

        yield show


@contextmanager
def download_bar(
    dataset_id: object, *, shown: bool
) -> Generator[Callable[[DownloadProgress], None], None, None]:
    """Yields a function that shows how many bytes have been received."""
    with _bar(_title(dataset_id), shown=shown, unit="B", unit_scale=True) as display:

        def show(progress: DownloadProgress) -> None:
            if display is not None:
                _move(display, progress.received, progress.total)

        yield show


@contextmanager
def _bar(title: str, *, shown: bool, **options: Any) -> Generator[Any, None, None]:
    """A tqdm bar; None without a terminal or notebook, or if tqdm is not installed."""
    tqdm = _tqdm() if shown and (_is_terminal() or _is_notebook()) else None
    if tqdm is None:
        yield None
        return
    with tqdm(desc=title, **options) as display:
        yield display


def _title(dataset_id: object) -> str:
    text = str(getattr(dataset_id, "id", dataset_id))
    short = text if len(text) <= _SHOWN_OF_ID else f"…{text[-_SHOWN_OF_ID:]}"
    return "Dataset" if redact(text) != text else f"Dataset {short}"


def _images(dataset: BaseDataset) -> tuple[int, int]:
    """How many images are finished, and of how many; in percent if the total is unknown."""
    percent = max(0, min(_whole(dataset.progress), 100))
    total = _whole(getattr(dataset, "num_samples", None))
    return (total * percent // 100, total) if total > 0 else (percent, 100)


def _whole(value: object) -> int:
    """An integer as the contract promises it, or 0 if the server sent something else."""
    return value if isinstance(value, int) else 0


def _move(display: Any, done: int, total: int) -> None:
    if display.total != total:
        display.reset(total)
    display.update(done - display.n)


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _is_notebook() -> bool:
    """Whether this runs in a Jupyter kernel, where tqdm.auto draws widgets or text."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return hasattr(shell, "kernel")


def _tqdm() -> Any:
    try:
        with warnings.catch_warnings():
            # In a notebook without ipywidgets, its bars are text, and it asks to install them.
            warnings.filterwarnings("ignore", "IProgress not found")
            from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm
