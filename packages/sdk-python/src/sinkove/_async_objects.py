"""Lists and datasets, for programs that await."""

from __future__ import annotations

import builtins
import os
from collections.abc import AsyncIterator, Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ._async import AsyncShell
from ._core import Core
from ._datasets import AnyDataset, Readiness
from ._download import DownloadProgress
from ._files import DownloadedFile, Strategy, existing_file, path_of
from ._flow import Flow
from ._lists import MOST_ITEMS, Page, Pages
from ._operation import Operation, Parent
from ._options import FROM_CLIENT, FromClient, RequestOptions
from ._organizations import AnyOrganization
from ._resource import AnyResource
from ._wait import LONGEST_INTERVAL

if TYPE_CHECKING:
    from .archive import Archive
    from .generated.async_resources import AsyncDatasets, AsyncOrganizations

T = TypeVar("T")


class AsyncHome:
    """Where resources send their calls."""

    def __init__(self, core: Core, shell: AsyncShell) -> None:
        self.core = core
        self.shell = shell

    async def run(self, flow: Flow[T]) -> T:
        """Carries out a flow."""
        return await self.shell.run(flow)


class AsyncList(Generic[T]):
    """A list that is fetched page by page, as it is read with ``async for``.

    Awaited, it is a list of all. Nothing is sent before either.
    """

    def __init__(self, home: AsyncHome, new_pages: Callable[[], Pages[T]]) -> None:
        self._home = home
        self._new_pages = new_pages

    def __repr__(self) -> str:
        return "<AsyncList: await it, or read it with `async for`>"

    async def all(self, limit: int = MOST_ITEMS) -> builtins.list[T]:
        """Every item, in memory. Raises an ArgumentError where there are more than ``limit``."""
        items: builtins.list[T] = []
        await self._home.run(self._new_pages().rest(items, limit))
        return items

    async def page(self) -> Page[T]:
        """The first page alone, with its ``next_cursor``."""
        return await self._home.run(self._new_pages().first())

    def __await__(self) -> Generator[Any, Any, builtins.list[T]]:
        """``datasets = await client.datasets.list()``."""
        return self.all().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        """Fetches each page when it is reached."""
        pages = self._new_pages()
        while not pages.is_over:
            for item in await self._home.run(pages.next()):
                yield item


class AsyncResource(AnyResource):
    """A group of operations, for programs that await."""

    def __init__(self, home: AsyncHome, parent: Parent | None = None) -> None:
        super().__init__(home.core, parent)
        self._home = home

    async def _send(self, operation: Operation, kind: type[T], options: RequestOptions) -> T:
        return await self._home.run(self._flow(operation, kind, options))

    async def _send_nothing(self, operation: Operation, options: RequestOptions) -> None:
        await self._home.run(self._flow_of_nothing(operation, options))

    def _list(self, operation: Operation, kind: type[T], options: RequestOptions) -> AsyncList[T]:
        return AsyncList(self._home, self._pages(operation, kind, options))


class AsyncReadiness(Readiness):
    """``dataset.ready``, for programs that await."""

    async def __call__(self) -> bool:
        """Asks the API."""
        dataset: AsyncDataset = self._dataset
        return (await dataset.reload()).state == "READY"


class AsyncDataset(AnyDataset):
    """A dataset, and what can be done with it."""

    def _resource_class(self) -> type[AsyncDatasets]:
        from .generated.async_resources import AsyncDatasets

        return AsyncDatasets

    @property
    def _datasets(self) -> AsyncDatasets:
        return self._attached()  # type: ignore[no-any-return]  # as attach() checks

    @property
    def ready(self) -> AsyncReadiness:
        """Whether it can be downloaded: as last seen; ``await dataset.ready()`` asks the API."""
        return AsyncReadiness.of(self)

    async def reload(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> AsyncDataset:
        """Takes the state and progress that the API has now."""
        self._take(
            await self._datasets.get(
                self.id,
                timeout=timeout,
                total_timeout=total_timeout,
                max_retries=max_retries,
                max_retry_wait=max_retry_wait,
                headers=headers,
            )
        )
        return self

    async def wait(
        self,
        timeout: float | None = None,
        *,
        on_progress: Callable[[AsyncDataset], Any] | None = None,
        progress: bool = True,
        max_interval: float = LONGEST_INTERVAL,
    ) -> AsyncDataset:
        """Waits until it is ready, for at most ``timeout`` seconds.

        Raises:
            DatasetError: It failed or expired.
            TimeoutError: The time is over. Wait again at any time, in any process.
        """
        latest = await self._datasets.wait(
            self.id,
            timeout,
            on_progress=on_progress,
            progress=progress,
            max_interval=max_interval,
        )
        self._take(latest)
        return self

    async def download(
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

        Raises:
            DownloadError: The file exists already, or its checksum is wrong.
        """
        if wait and not existing_file(path_of(output_file), strategy):
            await self.wait(timeout, progress=progress)
        return await self._datasets.download(
            self.id, output_file, strategy=strategy, on_progress=on_progress, progress=progress
        )

    async def save(
        self, path: str | os.PathLike[str], strategy: Strategy = "replace"
    ) -> DownloadedFile:
        """Downloads its file to a path, and replaces what is there."""
        return await self.download(path, strategy)

    async def open(
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
            >>> archive = await dataset.open()
            >>> archive[0].boxes
        """
        return await self._datasets.open(
            self.id,
            on_progress=on_progress,
            progress=progress,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )

    async def delete(
        self,
        *,
        timeout: float | FromClient | None = FROM_CLIENT,
        total_timeout: float | FromClient | None = FROM_CLIENT,
        max_retries: int | None = None,
        max_retry_wait: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Deletes it and its file, for good."""
        await self._datasets.delete(
            self.id,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
        )


class AsyncOrganization(AnyOrganization):
    """An organization, and its datasets."""

    def _resource_class(self) -> type[AsyncOrganizations]:
        from .generated.async_resources import AsyncOrganizations

        return AsyncOrganizations

    @property
    def datasets(self) -> AsyncDatasets:
        """The datasets of this organization alone."""
        resource: AsyncOrganizations = self._attached()
        return resource.datasets(self.id)
