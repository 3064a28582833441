"""Lists and datasets, for programs that block. Their counterparts are in ``_async_objects``."""

from __future__ import annotations

import builtins
import operator
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, overload

from ._core import Core
from ._datasets import AnyDataset, Readiness
from ._download import DownloadProgress
from ._files import DownloadedFile, Strategy, existing_file, path_of
from ._flow import Flow
from ._lists import MOST_ITEMS, Page, Pages
from ._operation import Operation, Parent
from ._options import FROM_CLIENT, FromClient, RequestOptions
from ._organizations import AnyOrganization
from ._reprs import list_repr, table
from ._resource import AnyResource
from ._sync import SyncShell
from ._wait import LONGEST_INTERVAL

if TYPE_CHECKING:
    from .archive import Archive
    from .generated.resources import Datasets, Organizations

T = TypeVar("T")


class Home:
    """Where resources send their calls."""

    def __init__(self, core: Core, shell: SyncShell) -> None:
        self.core = core
        self.shell = shell

    def run(self, flow: Flow[T]) -> T:
        """Carries out a flow."""
        return self.shell.run(flow)


class List(Sequence[T]):
    """A list that is fetched page by page, as it is read; the first page at once.

    It reads like a list: iterate, index, slice, take its length (which fetches the rest).
    """

    def __init__(self, home: Home, new_pages: Callable[[], Pages[T]]) -> None:
        self._home = home
        self._new_pages = new_pages
        self._pages = new_pages()
        self._items: builtins.list[T] = []
        self._items += home.run(self._pages.next())

    def all(self, limit: int = MOST_ITEMS) -> builtins.list[T]:
        """Every item, in memory. Raises an ArgumentError where there are more than ``limit``."""
        self._home.run(self._pages.rest(self._items, limit))
        return builtins.list(self._items)

    def page(self) -> Page[T]:
        """The first page alone, with its ``next_cursor``; fetched anew."""
        return self._home.run(self._new_pages().first())

    def __iter__(self) -> Iterator[T]:
        """Fetches each page when it is reached."""
        position = 0
        while position < len(self._items) or not self._pages.is_over:
            if position == len(self._items):
                self._items.extend(self._home.run(self._pages.next()))
                continue
            yield self._items[position]
            position += 1

    def __len__(self) -> int:
        return len(self.all())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> builtins.list[T]: ...
    def __getitem__(self, index: int | slice) -> T | builtins.list[T]:
        """Fetches no more pages than it takes."""
        if not isinstance(index, slice):
            index = operator.index(index)
        if isinstance(index, int) and index >= 0:
            while index >= len(self._items) and not self._pages.is_over:
                self._items.extend(self._home.run(self._pages.next()))
            return self._items[index]
        return self.all()[index]

    def __eq__(self, other: object) -> bool:
        return self.all() == (other.all() if isinstance(other, List) else other)

    __hash__ = None  # type: ignore[assignment]  # as lists have none

    def __reduce__(self) -> NoReturn:
        raise TypeError("A list that fetches its pages is not pickled. Pickle list(datasets), say.")

    def __repr__(self) -> str:
        return list_repr(self._items, is_whole=self._pages.is_over)

    def _repr_html_(self) -> str:
        """A table of what has been fetched, for notebooks. Nothing is sent."""
        return table(self._items, is_whole=self._pages.is_over)


class Resource(AnyResource):
    """A group of operations, for programs that block."""

    def __init__(self, home: Home, parent: Parent | None = None) -> None:
        super().__init__(home.core, parent)
        self._home = home

    def _send(self, operation: Operation, kind: type[T], options: RequestOptions) -> T:
        return self._home.run(self._flow(operation, kind, options))

    def _send_nothing(self, operation: Operation, options: RequestOptions) -> None:
        self._home.run(self._flow_of_nothing(operation, options))

    def _list(self, operation: Operation, kind: type[T], options: RequestOptions) -> List[T]:
        return List(self._home, self._pages(operation, kind, options))


class BlockingReadiness(Readiness):
    """``dataset.ready``, for programs that block."""

    def __call__(self) -> bool:
        """Asks the API."""
        dataset: Dataset = self._dataset
        return dataset.reload().state == "READY"


class Dataset(AnyDataset):
    """A dataset, and what can be done with it."""

    def _resource_class(self) -> type[Datasets]:
        from .generated.resources import Datasets

        return Datasets

    @property
    def _datasets(self) -> Datasets:
        return self._attached()  # type: ignore[no-any-return]  # as attach() checks

    @property
    def ready(self) -> BlockingReadiness:
        """Whether it can be downloaded: ``dataset.ready`` as last seen, ``dataset.ready()`` now."""
        return BlockingReadiness.of(self)

    def reload(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Dataset:
        """Takes the state and progress that the API has now."""
        self._take(
            self._datasets.get(
                self.id,
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            )
        )
        return self

    _reload_metadata = reload  # as programs for the official client call it

    def wait(
        self,
        timeout: float | None = None,
        *,
        on_progress: Callable[[Dataset], Any] | None = None,
        progress: bool = True,
        max_interval: float = LONGEST_INTERVAL,
    ) -> Dataset:
        """Waits until it is ready, for at most ``timeout`` seconds.

        Shows the state and the images done in a bar, in a terminal or a notebook, if tqdm is
        installed; ``progress=False`` hides it.

        Raises:
            DatasetError: It failed or expired.
            TimeoutError: The time is over. Wait again at any time, in any process.
        """
        latest = self._datasets.wait(
            self.id,
            timeout,
            on_progress=on_progress,
            progress=progress,
            max_interval=max_interval,
        )
        self._take(latest)
        return self

    def download(
        self,
        output_file: str | os.PathLike[str],
        strategy: Strategy = "fail",
        wait: bool = False,  # noqa: FBT001, FBT002  (as the official client has it)
        timeout: float | None = None,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
    ) -> DownloadedFile:
        """Downloads its file, a ZIP, to a path, whose folder is made where there is none.

        Args:
            output_file: Where it goes. Under this name there is never a file that is not whole.
            strategy: What to do with a file that is there: ``fail``, ``skip`` or ``replace`` it.
            wait: Wait until the dataset is ready, for at most ``timeout`` seconds.

        Raises:
            DownloadError: The file exists already, or its checksum is wrong.
        """
        if wait and not existing_file(path_of(output_file), strategy):
            self.wait(timeout, progress=progress)
        return self._datasets.download(
            self.id, output_file, strategy=strategy, on_progress=on_progress, progress=progress
        )

    def save(self, path: str | os.PathLike[str], strategy: Strategy = "replace") -> DownloadedFile:
        """Downloads its file to a path, and replaces what is there."""
        return self.download(path, strategy)

    def open(
        self,
        *,
        on_progress: Callable[[DownloadProgress], Any] | None = None,
        progress: bool = True,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Archive:
        """Opens its file: its samples, with images, masks, boxes and findings.

        Downloads it into the :mod:`sinkove.cache`, unless it is there already.

        Example:
            >>> archive = dataset.open()
            >>> archive[0].boxes
        """
        return self._datasets.open(
            self.id,
            on_progress=on_progress,
            progress=progress,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )

    def delete(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Deletes it and its file, for good."""
        self._datasets.delete(
            self.id,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )


class Organization(AnyOrganization):
    """An organization, and its datasets."""

    def _resource_class(self) -> type[Organizations]:
        from .generated.resources import Organizations

        return Organizations

    @property
    def datasets(self) -> Datasets:
        """The datasets of this organization alone."""
        resource: Organizations = self._attached()
        return resource.datasets(self.id)
