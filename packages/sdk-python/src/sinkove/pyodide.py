"""Transports for Pyodide, where only the network of the page is available.

A client selects them automatically there: the blocking client works in a worker (a page must not
block), the asynchronous client everywhere. The browser follows redirects itself, and does not
allow the headers ``User-Agent`` and ``Accept-Encoding``.
"""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import httpx

# Headers that a page must not set (the Fetch standard, "forbidden request-header").
_FORBIDDEN = frozenset(("accept-encoding", "connection", "content-length", "host", "user-agent"))
# The browser has already decoded the body, so these headers no longer describe it.
_UNDONE = frozenset(("content-encoding", "content-length", "transfer-encoding"))


class XhrTransport(httpx.BaseTransport):
    """Uses a synchronous ``XMLHttpRequest``, available in workers. A service worker sees it."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request, and waits for the whole response."""
        js = _module("js")
        exchange = js.XMLHttpRequest.new()
        exchange.open(request.method, str(httpx.URL(request.url)), False)  # noqa: FBT003
        exchange.responseType = "arraybuffer"
        seconds = request.extensions.get("timeout", {}).get("read")
        if seconds:
            exchange.timeout = int(seconds * 1000) + 1
        for name, value in _allowed(request).items():
            exchange.setRequestHeader(name, value)
        failure: str | None = None
        try:
            exchange.send(_body(request.read()))
        except Exception as error:  # noqa: BLE001  (JsException, which exists only in Pyodide)
            failure = f"{getattr(error, 'name', '')} {error}".strip()
        if failure and "timeout" in failure.lower():
            raise httpx.ReadTimeout(failure, request=request)
        if failure or not exchange.status:
            words = failure or "The browser gave no reason. Check the network and CORS."
            raise httpx.ReadError(words, request=request)
        lines = str(exchange.getAllResponseHeaders()).split("\r\n")
        pairs = (line.split(":", 1) for line in lines if ":" in line)
        headers = {name.strip(): value.strip() for name, value in pairs}
        return _response(exchange.status, headers, exchange.response.to_bytes())


class FetchTransport(httpx.AsyncBaseTransport):
    """Uses ``fetch``; cancelling the task aborts the request."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request, and waits for the whole response."""
        js, ffi = _module("js"), _module("pyodide.ffi")
        controller = js.AbortController.new()
        options: dict[str, Any] = {
            "method": request.method,
            "headers": _allowed(request),
            "signal": controller.signal,
        }
        content = await request.aread()
        if content:
            options["body"] = _body(content)
        failure: str | None = None
        try:
            url = str(httpx.URL(request.url))
            init = ffi.to_js(options, dict_converter=js.Object.fromEntries)
            response = await js.fetch(url, init)
            body = await response.arrayBuffer()
            pairs = (ffi.to_js(each).to_py() for each in response.headers)
            headers = {str(name): str(value) for name, value in pairs}
            return _response(response.status, headers, body.to_bytes())
        except Exception as error:  # noqa: BLE001  (JsException, which exists only in Pyodide)
            failure = str(error)
        finally:
            controller.abort()
        raise httpx.ReadError(failure, request=request)


def _module(name: str) -> Any:
    return importlib.import_module(name)


def _allowed(request: httpx.Request) -> dict[str, str]:
    return {name: value for name, value in request.headers.items() if name not in _FORBIDDEN}


def _body(content: bytes) -> Any:
    return _module("pyodide.ffi").to_js(content) if content else None


def _response(status: int, headers: Mapping[str, str], body: bytes) -> httpx.Response:
    kept = {name: value for name, value in headers.items() if name.lower() not in _UNDONE}
    return httpx.Response(status, headers=kept, stream=_Body(body))


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in one piece, for both kinds of client."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        yield self._body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body
