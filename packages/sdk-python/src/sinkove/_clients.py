"""What a client is told, checked once for both kinds of client."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any, TypedDict
from urllib.parse import urlsplit

from ._api_key import begins_like_a_key
from ._core import Core, CoreInit
from ._observe import (
    ErrorInfo,
    Hooks,
    RequestInfo,
    ResponseInfo,
    RetryInfo,
    log_to_terminal_if_asked,
)
from ._options import Limits, checked_headers, unknown_option
from ._runtime import Runtime
from ._secret import KeyHolder, Sealed
from ._version import __version__
from .exceptions import ConfigurationError

DEFAULT_BASE_URL = "https://api.sinkove.com"


class ClientOptions(TypedDict, total=False):
    """Options of a client, besides its key."""

    base_url: str | None
    """Default: ``SINKOVE_API_URL``, or ``https://api.sinkove.com``; with ``/v1`` or without."""
    timeout: float | None
    """Seconds for each attempt, with the body. None: no limit. Default: 60."""
    total_timeout: float | None
    """Seconds for the whole call: all attempts and the waits between them. Default: no limit."""
    max_retries: int
    """How often a request is sent again. Default: 2."""
    max_retry_wait: float
    """The longest wait, in seconds, that the server may ask for. Default: 60."""
    headers: Mapping[str, str]
    """Sent with each request, besides the client's own."""
    transport: Any
    """An ``httpx.BaseTransport`` (``AsyncBaseTransport``) in place of httpx's own."""
    verify: Any
    """As in httpx: an ``ssl.SSLContext`` for a certificate authority of your own."""
    on_request: Callable[[RequestInfo], Any] | None
    """Called before each attempt. Headers may be added; the key is not among them."""
    on_response: Callable[[ResponseInfo], Any] | None
    """Called when an answer has come in, whatever its status."""
    on_error: Callable[[ErrorInfo], Any] | None
    """Called when an attempt ends without an answer: the connection failed, time ran out, or the
    call was cancelled. Each attempt that ``on_request`` is told of comes to one of ``on_response``
    and ``on_error``."""
    on_retry: Callable[[RetryInfo], Any] | None
    """Called before the wait that precedes another attempt."""
    dangerously_allow_browser: bool
    """Allows a live key in a browser, where whoever opens the page can read it."""
    runtime: Runtime
    """Time and chance, for tests. Default: those of the machine."""


_LIMITS = ("timeout", "total_timeout", "max_retries", "max_retry_wait")
_HOOKS = ("on_request", "on_response", "on_error", "on_retry")


def make_core(key: Sealed, options: ClientOptions, new_event: Callable[[], Any]) -> Core:
    """Checks the options of a client, and its key."""
    unknown = sorted(options.keys() - ClientOptions.__annotations__.keys())
    if unknown:
        raise unknown_option("A client", unknown[0], ClientOptions.__annotations__)
    log_to_terminal_if_asked()
    base_url = _base_url(options.get("base_url"))
    return Core(
        CoreInit(
            base_url=base_url,
            key=KeyHolder(
                key, base_url, allows_browser=options.get("dangerously_allow_browser", False)
            ),
            limits=Limits(**_chosen(options, _LIMITS)),
            headers={**_own_headers(), **checked_headers(options.get("headers", {}))},
            hooks=Hooks(**_chosen(options, _HOOKS)),
            runtime=options.get("runtime") or Runtime(),
            new_event=new_event,
        )
    )


def _chosen(options: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: options[name] for name in names if name in options}


def _base_url(given: str | None) -> Any:
    text = given or _environment("SINKOVE_API_URL", "SINKOVE_BASE_URL") or DEFAULT_BASE_URL
    try:
        url = urlsplit(text.strip())
        path = url.path.rstrip("/")
        versioned = path if path.endswith("/v1") else f"{path}/v1"
        if url.port == 0 or begins_like_a_key(text):
            raise ValueError(text)
        return url._replace(path=versioned)
    except (ValueError, AttributeError):
        pass
    raise ConfigurationError("base_url (SINKOVE_API_URL) must be a URL such as " + DEFAULT_BASE_URL)


def _environment(*names: str) -> str | None:
    return next(filter(None, (os.environ.get(name, "").strip() for name in names)), None)


def _own_headers() -> dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {
        "accept": "application/json, application/problem+json",
        "accept-encoding": "gzip, deflate",
        "user-agent": f"sinkove-sdk-python/{__version__} (python/{python})",
    }
