"""The client for programs that block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from ._api_key import begins_like_a_key
from ._clients import ClientOptions, make_core
from ._flow import Response
from ._home import last_response
from ._http import Settings
from ._misplaced_key import key_for_organization
from ._objects import Dataset, Home, List, Organization
from ._options import Id
from ._rate_limit import RateLimit
from ._secret import KeySource, Sealed, seal
from ._sync import SyncShell
from .generated.resources import Operations

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

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

    Raises:
        ApiKeyError: The key cannot be right; the message says why. It is a ``ValueError`` too.

    Example:
        >>> client = sinkove.client()
        >>> for dataset in client.datasets.list(state="READY"):
        ...     print(dataset.id)
    """

    def __init__(
        self, api_key: KeySource | Sealed | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        api_key = seal(api_key)
        core = make_core(api_key, options, SyncShell.new_event)
        transport, verify = options.get("transport"), options.get("verify", True)
        settings = Settings(transport, verify, core.key.clean)
        super().__init__(Home(core, SyncShell(settings, core.runtime)))

    @property
    def base_url(self) -> str:
        """Where requests go."""
        return self._home.core.base_url

    @property
    def rate_limit(self) -> RateLimit | None:
        """The rate limit as of the last response; None before the first."""
        return self._home.core.rate_limit

    def list_datasets(self) -> List[Dataset]:
        """All datasets that the key may see, newest first."""
        return self.datasets.list()

    def dataset(self, dataset_id: Id | Dataset) -> Dataset:
        """A dataset as it is now."""
        return self.datasets.get(dataset_id)

    def create_dataset(self, config: Mapping[str, Any]) -> Dataset:
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
        self._home.shell.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        home = vars(self).get("_home")  # a debugger may look before it is there
        return f"<{type(self).__name__} {home and home.core.base_url}>"


class Client(Organization):
    """A client of one organization, as the official client has it.

    Args:
        organization_id: The organization, which is asked for at once.
        api_key: As :class:`Sinkove` takes it.

    Example:
        >>> dataset = Client(organization_id).datasets.create(model_id, 50, {"prompt": "pneumonia"})
    """

    api: Sinkove
    """The client with everything else: models, API keys, usage."""

    def __init__(
        self,
        organization_id: Id | Organization,
        api_key: KeySource | Sealed | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        api_key = seal(api_key)
        if isinstance(organization_id, str) and begins_like_a_key(organization_id):
            del organization_id  # out of tracebacks that show variables
            raise key_for_organization()
        self.api = Sinkove(api_key, **options)
        self.__dict__.update(vars(self.api.organizations.get(organization_id)))

    def close(self) -> None:
        """Closes the connections."""
        self.api.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def client(api_key: KeySource | Sealed | None = None, **options: Unpack[ClientOptions]) -> Sinkove:
    """A client of the Sinkove API; see :class:`Sinkove`.

    Example:
        >>> import sinkove as sk
        >>> client = sk.client()
        >>> datasets = client.list_datasets()
    """
    api_key = seal(api_key)
    return Sinkove(api_key, **options)
