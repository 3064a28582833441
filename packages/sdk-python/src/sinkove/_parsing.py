"""Parses responses, with pure functions from bytes to JSON or to an error."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from typing import Any

from ._json_types import is_array, is_object
from .exceptions import APIError, ResponseError, error_class_of
from .responses import Response

_EXCERPT_LENGTH = 200
_JSON = re.compile(r"[/+]json\b", re.IGNORECASE)

CUT_SHORT = "JSON that is broken or cut short"

Clean = Callable[[str], str]


def data_of(response: Response, clean: Clean) -> Any:
    """Parses a successful response. Raises a ResponseError if its body is not JSON."""
    if response.status == 204:
        return None
    fault = _fault(response)
    if not fault and not is_cut_short(response):
        return response.data
    fault = fault or CUT_SHORT
    raise ResponseError(
        f"The server answered {response.status} with {clean(fault)}."
        f" Check base_url (SINKOVE_API_URL).{_excerpt(response, clean)}",
        response.status,
        response.request_id,
    )


def require_same_id(asked: str, response: Response) -> None:
    """Raises a ResponseError if a response has another id than the request.

    Only this check detects a proxy, a cache or a shared connection that mixes up responses.
    """
    data = response.data
    came = data.get("id") if is_object(data) else None
    # UUIDs are case-insensitive (RFC 9562).
    if isinstance(came, str) and came.lower() != asked.lower():
        raise ResponseError(
            "The response has another id than the request."
            " Look for a proxy or a cache that mixes up responses, and send the request again.",
            response.status,
            response.request_id,
        )


def is_cut_short(response: Response) -> bool:
    """Whether the body of a successful response is JSON that does not parse.

    Without a Content-Length, a broken connection looks like the end of the body, so it leads to
    truncated JSON.
    """
    if response.status == 204 or _fault(response):
        return False
    try:
        _ = response.data
    except (ValueError, RecursionError):
        return True
    return False


def _fault(response: Response) -> str | None:
    content_type = response.headers.get("content-type", "")
    if not 200 <= response.status < 300:
        return (
            "a redirect that is not followed: it leads to another origin,"
            " nowhere, in a circle, or would change the method"
        )
    if not response.body:
        return "an empty body"
    if content_type and not _JSON.search(content_type):
        return f"{content_type.split(';')[0]} instead of JSON"
    return None


def _excerpt(response: Response, clean: Clean) -> str:
    text = response.body.decode("utf-8", "replace")
    # Redact before truncating: a part of a key would not be recognised.
    return f" It begins: {clean(text)[:_EXCERPT_LENGTH]}" if text else ""


def error_of(response: Response, clean: Clean, retry_after: float | None) -> APIError:
    """The error for a response with an error status."""
    problem = _problem(response, clean)
    words = None
    if problem is None:
        excerpt = _excerpt(response, clean)
        words = f"{response.status}: The response is not a problem document.{excerpt}"
    return error_class_of(response.status)(
        response.status,
        problem or {},
        request_id=response.request_id,
        retry_after=None if retry_after is None else math.ceil(retry_after),
        message=words,
    )


def _problem(response: Response, clean: Clean) -> dict[str, Any] | None:
    try:
        # Redact after parsing: an escape sequence could hide a key.
        value = _cleaned(json.loads(response.body), clean)
    except (ValueError, RecursionError):
        return None
    return value if is_object(value) and isinstance(value.get("code"), str) else None


def _cleaned(value: Any, clean: Clean) -> Any:
    if isinstance(value, str):
        # Half of a surrogate pair cannot be printed.
        return clean(value.encode("utf-8", "replace").decode("utf-8"))
    if is_array(value):
        return [_cleaned(each, clean) for each in value]
    if is_object(value):
        return {name: _cleaned(each, clean) for name, each in value.items()}
    return value
