"""The client for programs that block."""

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

    One is enough for a program, with any number of threads: its requests share connections, and
    what the server says about the rate limit.

    Args:
        api_key: The key, or a function that returns the one to use now: it is called for each
            attempt, so that a key can be rotated while the program runs. Default:
            ``SINKOVE_API_KEY``.
        base_url: Where the API is. A URL without a path gets ``/v1``; one with a path is used as
            it is. Default: ``SINKOVE_API_URL``, or ``https://api.sinkove.com``.
        timeout: Seconds for each attempt, with its body. None for no limit.
        total_timeout: Seconds for all attempts and the waits between them. None for no limit.
        max_retries: How often a failed request is sent again.
        max_retry_wait: The longest wait, in seconds, that the server may ask for. If it asks for
            more, the call fails at once.
        headers: Sent with each request, besides the client's own.
        transport: An ``httpx.BaseTransport`` in place of httpx's own.
        verify: As in httpx: an ``ssl.SSLContext`` for a certificate authority of your own.
        on_request: Called before each attempt. Headers may be added; the key is not among them.
        on_response: Called when an answer has come in, whatever its status.
        on_error: Called when an attempt ends without an answer: the connection failed, time ran
            out, or the call was cancelled. Each attempt ends with ``on_response`` or ``on_error``.
        on_retry: Called before the wait that precedes another attempt.
        dangerously_allow_browser: Allows a live key in a browser, where everyone who opens the
            page can read it.
        runtime: Time and randomness, for tests. Default: those of the machine.

    Raises:
        ApiKeyError: The key cannot be right; the message says why. It is a ``ValueError`` too.

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
        """Where requests go."""
        return self._session.core.base_url

    @property
    def rate_limit(self) -> RateLimit | None:
        """The rate limit as of the last response; None before the first."""
        return self._session.core.rate_limit

    def list_datasets(self) -> List[Dataset]:
        """All datasets that the key may see, newest first."""
        return self.datasets.list()

    def dataset(self, dataset_id: Id | Dataset) -> Dataset:
        """A dataset as it is now."""
        return self.datasets.get(dataset_id)

    def create_dataset(self, config: DatasetConfig | Mapping[str, Any]) -> Dataset:
        """Creates a dataset: ``{"model": "chest-xray-v2", "prompts": […], "size": 50}``.

        A model takes one prompt for all samples of a dataset: several are joined into one, and a
        warning says so.
        """
        return self.datasets.create_from(config)

    def with_response(
        self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Response]:
        """What a method returns, and the response that it came in.

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
        session = vars(self).get("_session")  # a debugger may look before it is there
        return f"<{type(self).__name__} {session and session.core.base_url}>"


class Client(Organization):
    """A client of one organization, as the official client has it.

    Args:
        organization_id: The organization, which is asked for at once.
        api_key: As :class:`Sinkove` takes it, and the other options too.

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
            del organization_id  # out of tracebacks that show variables
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
    """A client of the Sinkove API; see :class:`Sinkove`.

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
