"""Webhooks: checks that a request comes from Sinkove, and reads its event.

The check is that of Standard Webhooks 1.0: an HMAC-SHA256 of the id, the time and the body, with
the secret of the endpoint. Nothing but the standard library is needed for it.

Example:
    >>> from sinkove import webhooks
    >>> event = webhooks.unwrap(request.body, request.headers, os.environ["WEBHOOK_SECRET"])
    >>> if event.type == "dataset.ready":
    ...     print(event.data.dataset_id)
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, cast

from ._inputs import SECONDS, not_negative
from ._json_types import is_object
from ._record import Record, read_record
from .exceptions import ArgumentError, ConfigurationError, SinkoveError
from .generated import models
from .generated.models import (
    ApiKeyWebhookEvent,
    CreditsWebhookEvent,
    DatasetWebhookEvent,
    TestWebhookEvent,
    WebhookEvent,
)

_PREFIX = "whsec_"
_TOLERANCE = 300.0
_MOST_SIGNATURES = 10
"""A request with more signatures than a rotation makes is not ours."""
_HEADERS = frozenset({"webhook-id", "webhook-timestamp", "webhook-signature"})
_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)


class WebhookError(SinkoveError):
    """A request is not a webhook of Sinkove's, or a copy of an old one.

    Answer it with 400, and do nothing else. ``code`` says what is wrong:
    ``WEBHOOK_HEADERS_MISSING``, ``WEBHOOK_TOO_OLD``, ``WEBHOOK_TOO_NEW``,
    ``WEBHOOK_SIGNATURE_MISMATCH`` or ``WEBHOOK_BODY_INVALID``.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message, code=code)

    def __reduce__(self) -> tuple[Any, ...]:
        return WebhookError, (self.code, str(self))


@dataclass(repr=False, eq=False)
class UnknownWebhookEvent(Record):
    """An event of a type that this version does not know. Ignore it, or update the package."""

    id: models.Uuid
    type: str
    timestamp: models.Timestamp
    organization_id: models.Uuid
    data: dict[str, Any]


class HeaderItems(Protocol):
    """A mapping of headers, such as those of Flask, Django, Starlette and ``http.server``."""

    def items(self) -> Iterable[tuple[str, object]]: ...


WebhookHeaders: TypeAlias = HeaderItems | Iterable[tuple[str | bytes, str | bytes]]
"""The headers of a request: a mapping, or pairs of names and values, as ASGI has them."""

_KINDS: Mapping[str, type[Any]] = {
    "api_key.expiring": ApiKeyWebhookEvent,
    "api_key.leaked": ApiKeyWebhookEvent,
    "api_key.revoked": ApiKeyWebhookEvent,
    "api_key.rotated": ApiKeyWebhookEvent,
    "credits.low": CreditsWebhookEvent,
    "dataset.expired": DatasetWebhookEvent,
    "dataset.failed": DatasetWebhookEvent,
    "dataset.ready": DatasetWebhookEvent,
    "webhook.test": TestWebhookEvent,
}


def unwrap(
    body: bytes | bytearray | memoryview | str,
    headers: WebhookHeaders,
    secret: str | Sequence[str] | None,
    *,
    tolerance: float = _TOLERANCE,
    now: Callable[[], float] = time.time,
) -> WebhookEvent:
    """Checks that a request is a webhook of Sinkove's, and returns its event.

    An event may arrive more than once; ``event.id`` is the same each time. ``event.type`` tells
    type checkers which data it has. An event of a type that this version does not know is an
    ``UnknownWebhookEvent``.

    Args:
        body: The body as it came, not parsed.
        headers: The headers of the request, in any case.
        secret: The secret of the endpoint, ``whsec_…``; several while you change over to a new one.
        tolerance: How far the time of a webhook may be from yours, in seconds: an older one may be
            a copy that somebody sends again.
        now: Seconds since 1970.

    Raises:
        WebhookError: The request is not a webhook of Sinkove's, or not a recent one.
        ConfigurationError: The secret cannot be right.
        ArgumentError: The body was parsed already.
    """
    content = _bytes_of(body)
    keys = _keys_of(secret)
    identifier, timestamp, signatures = _read_headers(headers)
    _require_recent(timestamp, tolerance, now())
    # Some frameworks keep bytes that are not UTF-8 as surrogates.
    signed = f"{identifier}.{timestamp}.".encode("utf-8", "surrogatepass") + content
    if not _is_signed(signed, signatures, keys):
        raise WebhookError(
            "WEBHOOK_SIGNATURE_MISMATCH",
            "The signature of the webhook is not that of the secret. Check that the secret is"
            " this endpoint's, and that the body is passed as it came.",
        )
    return _parse(content)


def _bytes_of(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode("utf-8", "surrogatepass")
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes", body))
    raise ArgumentError(
        "body must be the bytes or the text as they came, because their signature is checked."
        " Read it before it is parsed, such as with await request.body()."
    )


def _keys_of(secret: object) -> list[bytes]:
    secrets: object = [secret] if isinstance(secret, str) else secret
    if not isinstance(secrets, Sequence) or not secrets:
        raise ConfigurationError(
            "The secret of the webhook endpoint is missing. Pass the one that was shown when the"
            " endpoint was created."
        )
    return [_key_of(each) for each in cast("Sequence[object]", secrets)]


def _key_of(secret: object) -> bytes:
    text = secret.strip() if isinstance(secret, str) else ""
    key = _decoded(text.removeprefix(_PREFIX)) if text.startswith(_PREFIX) else b""
    if key:
        return key
    raise ConfigurationError(
        "The secret of the webhook endpoint is not valid: it begins with whsec_, and base64"
        " follows. Copy it again."
    )


def _decoded(text: str) -> bytes:
    """Empty for what is not base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _read_headers(headers: object) -> tuple[str, str, list[bytes]]:
    found = _lower_case(headers)
    identifier = found.get("webhook-id")
    timestamp = found.get("webhook-timestamp", "")
    listed = found.get("webhook-signature")
    if not identifier or not listed or not _TIMESTAMP.fullmatch(timestamp):
        raise WebhookError(
            "WEBHOOK_HEADERS_MISSING",
            "The request lacks a header: webhook-id, webhook-timestamp or webhook-signature. It"
            " does not come from Sinkove, or something on its way has removed them.",
        )
    versioned = [each.partition(",") for each in listed.split(" ")[:_MOST_SIGNATURES]]
    signatures = [_decoded(text) for version, _, text in versioned if version == "v1"]
    return identifier, timestamp, signatures


def _lower_case(headers: object) -> dict[str, str]:
    """Reads the headers of the standard; whatever the others hold does not matter."""
    # Frameworks have mappings of their own: what counts is that they have items.
    items = getattr(headers, "items", None)
    pairs = items() if callable(items) else headers
    try:
        named = [(_text(name).lower(), _first(value)) for name, value in pairs]  # type: ignore[union-attr]
        return {
            name: _text(value) for name, value in named if name in _HEADERS and value is not None
        }
    except (TypeError, ValueError):
        raise ArgumentError("headers must be a mapping, or pairs of names and values.") from None


def _first(value: object) -> object:
    """The first of a list, such as those of ``multiValueHeaders`` of AWS Lambda."""
    if not isinstance(value, (list, tuple)):
        return value
    values = cast("Sequence[object]", value)
    return values[0] if values else None


def _text(value: object) -> str:
    if isinstance(value, bytes):  # as ASGI has them
        return value.decode("latin-1")
    if isinstance(value, str):
        return value
    raise TypeError


def _require_recent(timestamp: str, tolerance: float, now: float) -> None:
    tolerance = not_negative("tolerance", tolerance, SECONDS)
    age = int(now) - int(timestamp)
    if abs(age) <= tolerance:
        return
    code, what = ("WEBHOOK_TOO_OLD", "old") if age > 0 else ("WEBHOOK_TOO_NEW", "ahead")
    raise WebhookError(
        code,
        f"The webhook is {abs(age)} s {what}, and may be {tolerance:g} s. It may be a copy of"
        " another one, or the clock of this machine is wrong.",
    )


def _is_signed(signed: bytes, signatures: list[bytes], keys: list[bytes]) -> bool:
    expected = [hmac.digest(key, signed, hashlib.sha256) for key in keys]
    # Each is compared in constant time.
    return any(hmac.compare_digest(mine, theirs) for mine in expected for theirs in signatures)


def _parse(content: bytes) -> WebhookEvent:
    """Reads the event of a body whose signature was checked."""
    try:
        data: object = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        data = None
    if is_object(data) and isinstance(data.get("type"), str):
        # Not in the annotation: with any text as its type, no comparison would tell events apart.
        event: WebhookEvent = read_record(_KINDS.get(data["type"], UnknownWebhookEvent), data)
        return event
    raise WebhookError("WEBHOOK_BODY_INVALID", "The body of the webhook is not an event in JSON.")


__all__ = [
    "ApiKeyWebhookEvent",
    "CreditsWebhookEvent",
    "DatasetWebhookEvent",
    "HeaderItems",
    "TestWebhookEvent",
    "UnknownWebhookEvent",
    "WebhookError",
    "WebhookEvent",
    "WebhookHeaders",
    "unwrap",
]
