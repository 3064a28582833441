"""The API key of a client: reads, checks and redacts it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, NoReturn

from ._api_key import diagnose, redact
from ._secret import Secret
from .exceptions import ApiKeyError, ConfigurationError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

KeySource = str | bytes | Callable[[], str | bytes | Awaitable[str | bytes]]

_SCHEME = re.compile(r"\s*(authorization:\s*)?bearer\s+", re.IGNORECASE)
_LOCAL = re.compile(r"localhost|127(\.\d+){3}|::1")


def as_secret(value: KeySource | Secret | None) -> Secret:
    """Hides a key from tracebacks. Never fails: :class:`Credentials` checks the key."""
    return value if isinstance(value, Secret) else Secret(value)


class Credentials:
    """The key's source, and every key that was used, for redaction."""

    __slots__ = ("_allows_browser", "_base_url", "_environment", "_fixed", "_source", "_used")

    def __init__(
        self, source: Secret, base_url: SplitResult, *, allows_browser: bool = False
    ) -> None:
        _require_safe(base_url)
        self._allows_browser = allows_browser
        self._base_url = base_url
        self._environment = "live" if base_url.hostname == "api.sinkove.com" else None
        self._used: list[Secret] = []
        self._source = _or_environment(source)
        self._fixed = None if callable(self._source.reveal()) else self.accept(self._source)

    def __repr__(self) -> str:
        return "<API key>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "A client holds an API key, so it cannot be pickled or deep-copied. Create a new one."
        )

    @property
    def fixed(self) -> Secret | None:
        """The key, unless a function returns it."""
        return self._fixed

    def call_provider(self) -> Any:
        """Calls the function that returns the key. Pass its result to :meth:`accept`."""
        return self._source.reveal()()

    def clean(self, text: str) -> str:
        """Redacts every key that was used, and everything that looks like one."""
        for key in self._used:
            text = text.replace(key.reveal(), f"{key.reveal()[:13]}…")
        return redact(text)

    def accept(self, given: Secret) -> Secret:
        """Checks a key, and remembers it for redaction."""
        key = _text_of(given)
        fault = diagnose(key.reveal(), self._environment)
        if fault:
            raise ApiKeyError(fault.message, fault.reason)
        if key.reveal().startswith("sinkove_live_"):
            self._require_safe_place()
        if all(each.reveal() != key.reveal() for each in self._used):
            self._used.append(key)
        return key

    def _require_safe_place(self) -> None:
        if sys.platform == "emscripten" and not self._allows_browser:
            raise ConfigurationError(
                "A live API key in a browser can be read by everyone who opens the page."
                " Use a sandbox key, or set dangerously_allow_browser."
            )
        if self._base_url.scheme == "http" and not _LOCAL.fullmatch(self._base_url.hostname or ""):
            raise ConfigurationError(
                "A live API key would be sent in clear text."
                " Use an https:// URL for base_url (SINKOVE_API_URL)."
            )


def _or_environment(source: Secret) -> Secret:
    return source if source.reveal() is not None else Secret(os.environ.get("SINKOVE_API_KEY"))


def _text_of(given: Secret) -> Secret:
    """A key as text: decodes bytes, and removes ``Authorization: Bearer``."""
    value = given.reveal()
    if isinstance(value, (bytes, bytearray)):
        value = value.decode("ascii", "replace")
    if value is not None and not isinstance(value, str):
        raise ApiKeyError(
            f"The API key is of type {type(value).__name__}. Pass it as text.", "malformed"
        )
    return Secret(_SCHEME.sub("", value).strip() if value else None)


def _require_safe(url: SplitResult) -> None:
    is_web = url.scheme in ("http", "https") and bool(url.hostname)
    if is_web and not (url.username or url.password or url.query or url.fragment):
        return
    # The message does not quote the URL: it may contain a password.
    raise ConfigurationError(
        "base_url (SINKOVE_API_URL) must be a URL such as https://api.sinkove.com:"
        " http or https, without user, query and fragment."
    )
