"""The asynchronous client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ._api_key import begins_like_a_key
from ._async_session import AsyncSession
from ._client_options import make_core
from ._credentials import KeySource, as_secret
from ._dataset_config import DatasetConfig
from ._http import Settings
from ._inputs import id_of
from ._misplaced_key import key_for_organization
from ._options import Id, Limits
from ._requests import last_response
from ._secret import Secret
from .datasets.async_dataset import AsyncDataset
from .generated.async_resources import AsyncOperations
from .hooks import ErrorInfo, Hooks, RequestInfo, ResponseInfo, RetryInfo
from .organizations.async_organization import AsyncOrganization
from .pagination import AsyncList
from .rate_limit import RateLimit
from .responses import Response
from .runtime import Runtime

if TYPE_CHECKING:
    import ssl

    import httpx
    from typing_extensions import Self

P = ParamSpec("P")
T = TypeVar("T")


class AsyncSinkove(AsyncOperations):
    """A client of the Sinkove API for asyncio and trio, with the options of :class:`Sinkove`.

    Hooks, and a function that returns the key, may be asynchronous. Cancelling a task cancels its
    call at any point.

    Example:
        >>> async with sinkove.async_client() as client:
        ...     async for dataset in client.datasets.list():
        ...         print(dataset.id)
    """

    def __init__(
        self,
        api_key: KeySource | Secret | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 60.0,
        total_timeout: float | None = None,
        max_retries: int = 2,
        max_retry_wait: float = 60.0,
        headers: Mapping[str, str] | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        verify: bool | str | ssl.SSLContext = True,
        on_request: Callable[[RequestInfo], Any] | None = None,
        on_response: Callable[[ResponseInfo], Any] | None = None,
        on_error: Callable[[ErrorInfo], Any] | None = None,
        on_retry: Callable[[RetryInfo], Any] | None = None,
        dangerously_allow_browser: bool = False,
        runtime: Runtime | None = None,
    ) -> None:
        api_key = as_secret(api_key)
        core = make_core(
            api_key,
            base_url=base_url,
            limits=Limits(timeout, total_timeout, max_retries, max_retry_wait),
            headers=headers,
            hooks=Hooks(on_request, on_response, on_error, on_retry),
            dangerously_allow_browser=dangerously_allow_browser,
            runtime=runtime,
            new_event=AsyncSession.new_event,
        )
        settings = Settings(transport, verify, core.credentials.clean)
        super().__init__(AsyncSession(core, settings))

    @property
    def base_url(self) -> str:
        """The URL of the API."""
        return self._session.core.base_url

    @property
    def rate_limit(self) -> RateLimit | None:
        """The rate limit in the last response; None before the first."""
        return self._session.core.rate_limit

    def list_datasets(self) -> AsyncList[AsyncDataset]:
        """All datasets that the key can access, newest first."""
        return self.datasets.list()

    async def dataset(self, dataset_id: Id | AsyncDataset) -> AsyncDataset:
        """Fetches a dataset."""
        return await self.datasets.get(dataset_id)

    async def create_dataset(self, config: DatasetConfig | Mapping[str, Any]) -> AsyncDataset:
        """Creates a dataset: ``{"model": "chest-xray-v2", "prompts": […], "size": 50}``."""
        return await self.datasets.create_from(config)

    async def with_response(
        self, function: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Response]:
        """Calls a method, and returns its result and the HTTP response."""
        token = last_response.set(None)
        try:
            result = await function(*args, **kwargs)
            response = last_response.get()
        finally:
            last_response.reset(token)
        if response is None:
            raise TypeError("with_response takes a method of the client that sends a request.")
        return result, response

    async def close(self) -> None:
        """Closes the connections."""
        await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def __repr__(self) -> str:
        session = vars(self).get("_session")  # a debugger may call this before it is set
        return f"<{type(self).__name__} {session and session.core.base_url}>"


class AsyncClient(AsyncOrganization):
    """A client of one organization. ``await AsyncClient(id)`` also fetches its name and credits.

    You can use its ``datasets`` without awaiting it first.
    """

    _without_fields = "Await the client first: client = await AsyncClient(…)"

    api: AsyncSinkove
    """The client with everything else: models, API keys, usage."""

    def __init__(
        self,
        organization_id: Id | AsyncOrganization,
        api_key: KeySource | Secret | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 60.0,
        total_timeout: float | None = None,
        max_retries: int = 2,
        max_retry_wait: float = 60.0,
        headers: Mapping[str, str] | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        verify: bool | str | ssl.SSLContext = True,
        on_request: Callable[[RequestInfo], Any] | None = None,
        on_response: Callable[[ResponseInfo], Any] | None = None,
        on_error: Callable[[ErrorInfo], Any] | None = None,
        on_retry: Callable[[RetryInfo], Any] | None = None,
        dangerously_allow_browser: bool = False,
        runtime: Runtime | None = None,
    ) -> None:
        api_key = as_secret(api_key)
        if isinstance(organization_id, str) and begins_like_a_key(organization_id):
            del organization_id  # tracebacks may show variables
            raise key_for_organization()
        self.api = AsyncSinkove(
            api_key,
            base_url=base_url,
            timeout=timeout,
            total_timeout=total_timeout,
            max_retries=max_retries,
            max_retry_wait=max_retry_wait,
            headers=headers,
            transport=transport,
            verify=verify,
            on_request=on_request,
            on_response=on_response,
            on_error=on_error,
            on_retry=on_retry,
            dangerously_allow_browser=dangerously_allow_browser,
            runtime=runtime,
        )
        self._resource = self.api.organizations
        self.id = id_of("organization_id", organization_id)

    async def load(self) -> Self:
        """Fetches the organization's name and credits."""
        self._update_from(await self.api.organizations.get(self.id))
        return self

    def __await__(self) -> Generator[Any, Any, Self]:
        return self.load().__await__()

    async def close(self) -> None:
        """Closes the connections."""
        await self.api.close()

    async def __aenter__(self) -> Self:
        return await self.load()

    async def __aexit__(self, *_: object) -> None:
        await self.close()


def async_client(
    api_key: KeySource | Secret | None = None,
    *,
    base_url: str | None = None,
    timeout: float | None = 60.0,
    total_timeout: float | None = None,
    max_retries: int = 2,
    max_retry_wait: float = 60.0,
    headers: Mapping[str, str] | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    verify: bool | str | ssl.SSLContext = True,
    on_request: Callable[[RequestInfo], Any] | None = None,
    on_response: Callable[[ResponseInfo], Any] | None = None,
    on_error: Callable[[ErrorInfo], Any] | None = None,
    on_retry: Callable[[RetryInfo], Any] | None = None,
    dangerously_allow_browser: bool = False,
    runtime: Runtime | None = None,
) -> AsyncSinkove:
    """Creates a client for asyncio and trio; see :class:`AsyncSinkove`."""
    api_key = as_secret(api_key)
    return AsyncSinkove(
        api_key,
        base_url=base_url,
        timeout=timeout,
        total_timeout=total_timeout,
        max_retries=max_retries,
        max_retry_wait=max_retry_wait,
        headers=headers,
        transport=transport,
        verify=verify,
        on_request=on_request,
        on_response=on_response,
        on_error=on_error,
        on_retry=on_retry,
        dangerously_allow_browser=dangerously_allow_browser,
        runtime=runtime,
    )
