"""Checks the options of both kinds of client."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from ._api_key import begins_like_a_key
from ._core import Core, CoreOptions
from ._credentials import Credentials
from ._observer import log_to_terminal_if_asked
from ._options import Limits, checked_headers
from ._secret import Secret
from ._version import __version__
from .exceptions import ConfigurationError
from .hooks import Hooks
from .runtime import Runtime

DEFAULT_BASE_URL = "https://api.sinkove.com"


def make_core(
    key: Secret,
    *,
    base_url: str | None,
    limits: Limits,
    headers: Mapping[str, str] | None,
    hooks: Hooks,
    dangerously_allow_browser: bool,
    runtime: Runtime | None,
    new_event: Callable[[], Any],
) -> Core:
    """Checks the options of a client and its key."""
    log_to_terminal_if_asked()
    url = _base_url(base_url)
    return Core(
        CoreOptions(
            base_url=url,
            credentials=Credentials(key, url, allows_browser=dangerously_allow_browser),
            limits=limits,
            headers={**_own_headers(), **checked_headers({} if headers is None else headers)},
            hooks=hooks,
            runtime=runtime or Runtime(),
            new_event=new_event,
        )
    )


def _base_url(given: str | None) -> Any:
    text = given or _environment("SINKOVE_API_URL", "SINKOVE_BASE_URL") or DEFAULT_BASE_URL
    try:
        url = urlsplit(text.strip())
        path = url.path.rstrip("/")
        if url.port == 0 or begins_like_a_key(text):
            raise ValueError(text)
        # A name that httpx or the system refuses fails here, and not in each request.
        parsed = httpx.URL(url.geturl())
        (parsed.host and parsed.raw_host.decode("ascii")).encode("idna")
        return url._replace(path=path or "/v1")
    except (ValueError, AttributeError, TypeError, httpx.InvalidURL):
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
