"""What both sessions share about httpx: building requests and describing its errors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from ._effects import NetworkError, Request
from .exceptions import ConfigurationError
from .responses import Headers, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")

LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=15)
"""Idle connections are closed before most servers close them."""


class SecretURL(httpx.URL):
    """A URL that grants access by itself. Its text is short, because httpx logs each URL."""

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}/…"


def build(request: Request) -> httpx.Request:
    """The httpx request, including the key, which httpx hides in its ``repr``."""
    headers = dict(request.headers)
    if request.key is not None:
        headers["authorization"] = f"Bearer {request.key.reveal()}"
    built = httpx.Request(request.method, request.url, headers=headers, content=request.body)
    if request.key is None:
        built.url = SecretURL(built.url)
    return built


def limited(request: httpx.Request, seconds: float | None) -> httpx.Request:
    """Limits each step of a request. ``_deadline`` limits a body that arrives slowly."""
    request.extensions["timeout"] = httpx.Timeout(seconds).as_dict()
    return request


def transports_of(client: httpx.Client) -> Iterator[httpx.BaseTransport | None]:
    """The transports of a client. httpx has no public access to them (``decisions/0031``)."""
    yield client._transport  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    yield from client._mounts.values()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def response_of(response: httpx.Response) -> Response:
    """Converts a response whose body has been read."""
    return Response(response.status_code, headers_of(response), response.content)


def headers_of(response: httpx.Response) -> Headers:
    """The headers of a response, by lower-case name."""
    return Headers(dict(response.headers))


def network_error(error: Exception, clean: Callable[[str], str]) -> NetworkError:
    """Describes an error of the network, without the error: it holds the request, and so the key.

    httpx raises ConnectError and ProxyError only before it sends the request.
    """
    cause = error.__cause__ or error.__context__
    words = str(error) or (str(cause) if cause else "")
    message = clean(f"{type(error).__name__}{': ' if words else ''}{words}")
    return NetworkError(message, not_sent=isinstance(error, (httpx.ConnectError, httpx.ProxyError)))


class Settings:
    """What a session needs to create its httpx client on the first request."""

    def __init__(self, transport: Any, verify: Any, clean: Callable[[str], str]) -> None:
        self.transport = transport
        self.clean = clean
        self.verify = verify

    def require_transport(self, kind: type[object]) -> None:
        """Raises a ConfigurationError if the transport is not of the given httpx class."""
        method = "handle_async_request" if kind is httpx.AsyncBaseTransport else "handle_request"
        if self.transport is not None and not hasattr(self.transport, method):
            raise ConfigurationError(
                f"transport must be an httpx.{kind.__name__}: it has no method {method}."
            )

    def open(self, kind: Callable[..., T]) -> T:
        """Creates an httpx client. Raises a ConfigurationError if its settings are invalid.

        The message does not include httpx's error, which may contain the password of a proxy.
        """
        try:
            if not _is_verify(self.verify):
                raise TypeError("it is neither a boolean nor an ssl.SSLContext")
            return kind(**self._arguments())
        except ImportError:
            fault = "A SOCKS proxy needs another package. Run: pip install 'httpx[socks]'"
        except (OSError, TypeError) as error:
            why = getattr(error, "strerror", None) or str(error)
            fault = f"Certificates cannot be read ({why}). Check verify and SSL_CERT_FILE."
        except (ValueError, httpx.InvalidURL):
            fault = (
                "The proxies in the environment are invalid."
                " Check HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY:"
                " a proxy is a URL such as http://proxy.example:3128; NO_PROXY is a list of hosts,"
                " with IPv6 addresses as ::1, without brackets."
            )
        raise ConfigurationError(fault)

    def _arguments(self) -> Mapping[str, Any]:
        """The arguments of ``httpx.Client`` and ``httpx.AsyncClient``."""
        return {
            "transport": self.transport,
            "verify": self.verify,
            "limits": LIMITS,
            "follow_redirects": False,
            "timeout": None,
        }


# What a transport raises if there is no response: errors of httpx and of the system. A name of a
# host that cannot be looked up is a UnicodeError.
NETWORK_ERRORS = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, UnicodeError)


def closed_error() -> ConfigurationError:
    """The error for using a closed client."""
    return ConfigurationError(
        "The client is closed: its `with` block has ended, or close() was called."
        " Send requests before that, or create another client."
    )


def _is_verify(verify: object) -> bool:
    import ssl

    return isinstance(verify, (bool, str, os.PathLike, ssl.SSLContext))
