"""The blocking client."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ._api_key import begins_like_a_key
from ._client_options import make_core
from ._credentials import KeySource, as_secret
from ._dataset_config import DatasetConfig
from ._http import Settings
from ._misplaced_key import key_for_organization
from ._options import Id, Limits
from ._requests import last_response
from ._secret import Secret
from ._session import Session
from .datasets.dataset import Dataset
from .generated.resources import Operations
from .hooks import ErrorInfo, Hooks, RequestInfo, ResponseInfo, RetryInfo
from .organizations.organization import Organization
from .pagination import List
from .rate_limit import RateLimit
from .responses import Response
from .runtime import Runtime

if TYPE_CHECKING:
    import ssl

    import httpx
    from typing_extensions import Self

P = ParamSpec("P")
T = TypeVar("T")


class Sinkove(Operations):
    """A client of the Sinkove API.

    A program needs only one, for any number of threads. All requests of a client share its
    connections and what it knows about the rate limit.

    Args:
        api_key: The key, or a function that returns the current key. The function is called for
            each attempt, so you can rotate the key while the program runs. Default:
            ``SINKOVE_API_KEY``.
        base_url: The URL of the API. ``/v1`` is added to a URL without a path. Default:
            ``SINKOVE_API_URL``, or ``https://api.sinkove.com``.
        timeout: Seconds for each attempt, including the body. None for no limit.
        total_timeout: Seconds for all attempts and the waits between them. None for no limit.
        max_retries: How many times a failed request is retried.
        max_retry_wait: The longest wait, in seconds, that the client accepts from the server.
            If the server asks for more, the call fails at once.
        headers: Headers to add to each request.
        transport: An ``httpx.BaseTransport`` to use instead of httpx's default.
        verify: As in httpx: pass an ``ssl.SSLContext`` for your own certificate authority.
        on_request: Called before each attempt. It may add headers; it does not see the key.
        on_response: Called when a response has arrived, whatever its status.
        on_error: Called when an attempt ends without a response: the connection failed, time ran
            out, or the call was cancelled. Each attempt ends with ``on_response`` or ``on_error``.
        on_retry: Called before the wait that precedes a retry.
        dangerously_allow_browser: Allow a live key in a browser, where everyone who opens the page
            can read it.
        runtime: Clock and random numbers, for tests. Default: the system's.

    Raises:
        ApiKeyError: The key is invalid; the message says why. It is also a ``ValueError``.

    Example:
        >>> client = sinkove.client()
        >>> for dataset in client.datasets.list(state="READY"):
        ...     print(dataset.id)
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
        transport: httpx.BaseTransport | None = None,
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
            new_event=Session.new_event,
        )
        settings = Settings(transport, verify, core.credentials.clean)
        super().__init__(Session(core, settings))

    @property
    def base_url(self) -> str:
        """The URL of the API."""
        return self._session.core.base_url

    @property
    def rate_limit(self) -> RateLimit | None:
        """The rate limit in the last response; None before the first."""
        return self._session.core.rate_limit

    def list_datasets(self) -> List[Dataset]:
        """All datasets that the key can access, newest first."""
        return self.datasets.list()

    def dataset(self, dataset_id: Id | Dataset) -> Dataset:
        """Fetches a dataset."""
        return self.datasets.get(dataset_id)

    def create_dataset(self, config: DatasetConfig | Mapping[str, Any]) -> Dataset:
        """Creates a dataset: ``{"model": "chest-xray-v2", "prompts": […], "size": 50}``.

        A model takes one prompt for all samples of a dataset: several prompts are joined into one,
        with a warning.
        """
        return self.datasets.create_from(config)

    def with_response(
        self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Response]:
        """Calls a method, and returns its result and the HTTP response.

        Example:
            >>> dataset, response = client.with_response(client.datasets.get, dataset_id)
            >>> response.request_id, response.headers["x-ratelimit-remaining"]
        """
        token = last_response.set(None)
        try:
            result = function(*args, **kwargs)
            response = last_response.get()
        finally:
            last_response.reset(token)
        if response is None:
            raise TypeError("with_response takes a method of the client that sends a request.")
        return result, response

    def close(self) -> None:
        """Closes the connections."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        session = vars(self).get("_session")  # a debugger may call this before it is set
        return f"<{type(self).__name__} {session and session.core.base_url}>"


class Client(Organization):
    """A client of one organization, with the interface of the official client.

    Args:
        organization_id: The organization, which is fetched at once.
        api_key: The key. This and all other options are as in :class:`Sinkove`.

    Example:
        >>> dataset = Client(organization_id).datasets.create(model_id, 50, {"prompt": "pneumonia"})
    """

    api: Sinkove
    """The client with everything else: models, API keys, usage."""

    def __init__(
        self,
        organization_id: Id | Organization,
        api_key: KeySource | Secret | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 60.0,
        total_timeout: float | None = None,
        max_retries: int = 2,
        max_retry_wait: float = 60.0,
        headers: Mapping[str, str] | None = None,
        transport: httpx.BaseTransport | None = None,
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
        self.api = Sinkove(
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
        self._update_from(self.api.organizations.get(organization_id))

    def close(self) -> None:
        """Closes the connections."""
        self.api.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def client(
    api_key: KeySource | Secret | None = None,
    *,
    base_url: str | None = None,
    timeout: float | None = 60.0,
    total_timeout: float | None = None,
    max_retries: int = 2,
    max_retry_wait: float = 60.0,
    headers: Mapping[str, str] | None = None,
    transport: httpx.BaseTransport | None = None,
    verify: bool | str | ssl.SSLContext = True,
    on_request: Callable[[RequestInfo], Any] | None = None,
    on_response: Callable[[ResponseInfo], Any] | None = None,
    on_error: Callable[[ErrorInfo], Any] | None = None,
    on_retry: Callable[[RetryInfo], Any] | None = None,
    dangerously_allow_browser: bool = False,
    runtime: Runtime | None = None,
) -> Sinkove:
    """Creates a client of the Sinkove API; see :class:`Sinkove`.

    Example:
        >>> import sinkove as sk
        >>> client = sk.client()
        >>> datasets = client.list_datasets()
    """
    api_key = as_secret(api_key)
    return Sinkove(
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
