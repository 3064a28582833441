"""httpx, as both sessions use it: how a request is written, and what its errors mean."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from ._effects import Request
from .exceptions import ConfigurationError
from .responses import Headers, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")

LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=15)
"""Idle connections are left before a usual server leaves them."""


class SecretURL(httpx.URL):
    """A URL that is a permission in itself: httpx logs the URL of each request."""

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}/…"


def build(request: Request) -> httpx.Request:
    """The request of httpx, with the key in it (which its ``repr`` hides)."""
    headers = dict(request.headers)
    if request.key is not None:
        headers["authorization"] = f"Bearer {request.key.reveal()}"
    built = httpx.Request(request.method, request.url, headers=headers, content=request.body)
    if request.key is None:
        built.url = SecretURL(built.url)
    return built


def limited(request: httpx.Request, seconds: float | None) -> httpx.Request:
    """Limits each step of a request; for a body that trickles see ``_deadline``."""
    request.extensions["timeout"] = httpx.Timeout(seconds).as_dict()
    return request


def transports_of(client: httpx.Client) -> Iterator[httpx.BaseTransport | None]:
    """The transports of a client: httpx has no public way to them (``decisions/0031``)."""
    yield client._transport  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    yield from client._mounts.values()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def response_of(response: httpx.Response) -> Response:
    """What the core needs of a response whose body has been read."""
    return Response(response.status_code, headers_of(response), response.content)


def headers_of(response: httpx.Response) -> Headers:
    """The headers of a response, by their lower-case names."""
    return Headers(dict(response.headers))


def describe_error(error: BaseException, clean: Callable[[str], str]) -> str:
    """An error in words. Its objects stay behind: they hold the request, and so the key."""
    cause = error.__cause__ or error.__context__
    words = str(error) or (str(cause) if cause else "")
    return clean(f"{type(error).__name__}{': ' if words else ''}{words}")


class Settings:
    """How a session makes its httpx client, once it sends something."""

    def __init__(self, transport: Any, verify: Any, clean: Callable[[str], str]) -> None:
        self.transport = transport
        self.clean = clean
        self.verify = verify

    def require_transport(self, kind: type[object]) -> None:
        """Raises a ConfigurationError for a transport that is not of a kind of httpx's."""
        method = "handle_async_request" if kind is httpx.AsyncBaseTransport else "handle_request"
        if self.transport is not None and not hasattr(self.transport, method):
            raise ConfigurationError(
                f"transport must be an httpx.{kind.__name__}: it has no method {method}."
            )

    def open(self, kind: Callable[..., T]) -> T:
        """Makes an httpx client. Raises a ConfigurationError where the settings make none.

        What httpx raises stays behind: it may hold the password of a proxy.
        """
        try:
            if not _is_verify(self.verify):
                raise TypeError("it is neither a boolean nor an ssl.SSLContext")
            return kind(**self._arguments())
        except ImportError:
            fault = "A SOCKS proxy needs one more package. Run: pip install 'httpx[socks]'"
        except (OSError, TypeError) as error:
            why = getattr(error, "strerror", None) or str(error)
            fault = f"Certificates cannot be read ({why}). Check verify and SSL_CERT_FILE."
        except (ValueError, httpx.InvalidURL):
            fault = (
                "The proxies that the environment names cannot be used."
                " Check HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY:"
                " a proxy is a URL such as http://proxy.example:3128, and NO_PROXY lists hosts,"
                " with an IPv6 address as ::1, without brackets."
            )
        raise ConfigurationError(fault)

    def _arguments(self) -> Mapping[str, Any]:
        """For ``httpx.Client`` and ``httpx.AsyncClient``."""
        return {
            "transport": self.transport,
            "verify": self.verify,
            "limits": LIMITS,
            "follow_redirects": False,
            "timeout": None,
        }


# What a transport raises if there is no response: errors of httpx, and of the system.
NETWORK_ERRORS = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError)


def closed_error() -> ConfigurationError:
    """A client is used after its end."""
    return ConfigurationError(
        "The client is closed: its `with` block has ended, or close() was called."
        " Send requests before that, or make another client."
    )


def _is_verify(verify: object) -> bool:
    import ssl

    return isinstance(verify, (bool, str, os.PathLike, ssl.SSLContext))
