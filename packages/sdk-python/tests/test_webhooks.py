"""Webhooks: what another implementation of the standard signs is accepted, and nothing else."""

from __future__ import annotations

import base64
import json
import pickle
from datetime import datetime, timezone
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook

import sinkove
from sinkove import webhooks
from sinkove._record import read_record

from .scripted_api import ID, Api

NOW = 1_795_000_000
SECRET = "whsec_" + base64.b64encode(b"ExampleSecretForTheDocsOnly00001").decode()
OTHER = "whsec_" + base64.b64encode(b"AnotherSecretForTestsOnly0000001").decode()
EVENT: dict[str, Any] = {
    "id": ID,
    "type": "dataset.ready",
    "timestamp": "2026-11-24T10:00:00.000Z",
    "organizationId": ID,
    "data": {"datasetId": ID},
    "note": "ü",
}
BODY = json.dumps(EVENT, ensure_ascii=False).encode()


def headers_of(body: bytes = BODY, *, secret: str = SECRET, at: int = NOW) -> dict[str, str]:
    signature = Webhook(secret).sign(
        "msg_1", datetime.fromtimestamp(at, timezone.utc), body.decode()
    )
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(at),
        "webhook-signature": signature,
    }


def unwrap(
    headers: Any = None, *, body: Any = BODY, secret: Any = SECRET, **options: Any
) -> webhooks.WebhookEvent:
    given_headers = headers_of() if headers is None else headers
    return webhooks.unwrap(body, given_headers, secret, now=lambda: NOW, **options)


def code_of(headers: Any = None, **options: Any) -> str:
    with pytest.raises(webhooks.WebhookError) as caught:
        unwrap(headers, **options)
    assert pickle.loads(pickle.dumps(caught.value)).code == caught.value.code
    return caught.value.code


def test_returns_the_event_that_another_implementation_has_signed() -> None:
    event = unwrap()
    assert isinstance(event, webhooks.DatasetWebhookEvent)
    assert (event.id, event.type, event.data.dataset_id) == (ID, "dataset.ready", ID)


@pytest.mark.parametrize("body", [BODY, bytearray(BODY), memoryview(BODY), BODY.decode()])
def test_takes_bytes_and_text(body: Any) -> None:
    assert unwrap(body=body).type == "dataset.ready"


def test_takes_headers_of_any_framework() -> None:
    headers = headers_of()
    pairs = list(headers.items())
    asgi = [(name.encode(), value.encode()) for name, value in pairs]
    upper = {name.upper(): value for name, value in pairs}
    for each in (pairs, asgi, upper):
        assert unwrap(each).type == "dataset.ready"


def test_accepts_any_of_several_secrets_and_signatures() -> None:
    mine = headers_of()
    both = f"{headers_of(secret=OTHER)['webhook-signature']} v1a,AAAA {mine['webhook-signature']}"
    assert unwrap({**mine, "webhook-signature": both}).type == "dataset.ready"
    assert unwrap(secret=[OTHER, SECRET]).type == "dataset.ready"
    assert code_of(secret=[OTHER]) == "WEBHOOK_SIGNATURE_MISMATCH"


def test_refuses_what_was_not_signed() -> None:
    mine = headers_of()
    assert code_of(body=BODY + b" ") == "WEBHOOK_SIGNATURE_MISMATCH"
    assert code_of({**mine, "webhook-id": "msg_2"}) == "WEBHOOK_SIGNATURE_MISMATCH"
    later = {**mine, "webhook-timestamp": str(NOW + 1)}
    assert code_of(later) == "WEBHOOK_SIGNATURE_MISMATCH"


@given(st.integers(0, len(BODY) - 1), st.integers(0, 7))
def test_refuses_every_change_of_the_body(at: int, bit: int) -> None:
    changed = bytearray(BODY)
    changed[at] ^= 1 << bit
    assert code_of(headers_of(), body=changed) == "WEBHOOK_SIGNATURE_MISMATCH"


@pytest.mark.parametrize(
    "signature", [" ", "v1,", "v1,%%%", "v1,AAAA", "v2,AAAA", "v1,AAAA " * 9999]
)
def test_refuses_a_bad_signature(signature: str) -> None:
    headers = {**headers_of(), "webhook-signature": signature}
    assert code_of(headers) == "WEBHOOK_SIGNATURE_MISMATCH"


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_refuses_a_request_that_lacks_a_header(name: str) -> None:
    headers = {each: value for each, value in headers_of().items() if each != name}
    assert code_of(headers) == "WEBHOOK_HEADERS_MISSING"


@pytest.mark.parametrize("time", ["", "now", "-1", "1e9", "0x10", "١٢٣", "9" * 13, "1\n"])
def test_refuses_a_time_that_is_none(time: str) -> None:
    assert code_of({**headers_of(), "webhook-timestamp": time}) == "WEBHOOK_HEADERS_MISSING"


def test_refuses_what_is_more_than_five_minutes_old_or_ahead() -> None:
    for distance in (-300, 300):
        assert unwrap(headers_of(at=NOW + distance)).type == "dataset.ready"
    assert code_of(headers_of(at=NOW - 301)) == "WEBHOOK_TOO_OLD"
    assert code_of(headers_of(at=NOW + 301)) == "WEBHOOK_TOO_NEW"
    assert code_of(headers_of(at=NOW - 11), tolerance=10) == "WEBHOOK_TOO_OLD"
    assert unwrap(headers_of(at=NOW - 9999), tolerance=10_000).type == "dataset.ready"
    tolerance: Any
    for tolerance in (-1, float("nan"), "300", None):
        with pytest.raises(sinkove.ArgumentError, match="tolerance must be"):
            unwrap(tolerance=tolerance)


@pytest.mark.parametrize(
    "secret", ["not a secret", "whsec_%%%", f"sk_{SECRET}", "whsec_", "", [], None]
)
def test_says_that_a_secret_cannot_be_right_without_repeating_it(secret: Any) -> None:
    with pytest.raises(sinkove.ConfigurationError) as caught:
        unwrap(secret=secret)
    if isinstance(secret, str) and len(secret) > 6:
        assert secret not in str(caught.value)


@pytest.mark.parametrize("body", [EVENT, None, 5])
def test_says_that_a_body_was_parsed_already(body: Any) -> None:
    with pytest.raises(sinkove.ArgumentError, match="body must be the bytes"):
        unwrap(body=body)


def test_other_headers_do_not_matter_and_of_a_list_the_first_counts() -> None:
    others: dict[str, Any] = {"x-none": None, "x-number": 5, "x-list": [], "items": "1"}
    mine = {name: [value] for name, value in headers_of().items()}
    assert unwrap({**others, **mine}).type == "dataset.ready"
    assert code_of({**others, **mine, "webhook-id": None}) == "WEBHOOK_HEADERS_MISSING"
    assert code_of({**others, **mine, "webhook-id": []}) == "WEBHOOK_HEADERS_MISSING"


@pytest.mark.parametrize("text", ["\udcff", "ÿ", "\0", "\n"])
def test_refuses_headers_that_are_not_utf_8(text: str) -> None:
    # aiohttp keeps bytes that are not UTF-8 as surrogates.
    for name in headers_of():
        code = code_of({**headers_of(), name: text})
        assert code in ("WEBHOOK_SIGNATURE_MISMATCH", "WEBHOOK_HEADERS_MISSING")


@pytest.mark.parametrize("headers", [5, "webhook-id: 1", [1, 2], {"webhook-id": 5}])
def test_refuses_headers_that_are_none(headers: Any) -> None:
    with pytest.raises(sinkove.ArgumentError, match="headers must be"):
        unwrap(headers)


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"5", b"{", b'{"id":"1"}', b'{"type":5}'])
def test_refuses_a_signed_body_that_is_not_an_event(body: bytes) -> None:
    assert code_of(headers_of(body), body=body) == "WEBHOOK_BODY_INVALID"


def test_knows_every_type_of_the_contract() -> None:
    for kind in (*get_args(sinkove.models.WebhookEventType), "webhook.test"):
        body = json.dumps({**EVENT, "type": kind}).encode()
        event = unwrap(headers_of(body), body=body)
        assert not isinstance(event, webhooks.UnknownWebhookEvent)
        assert event.type == kind


def test_returns_an_event_of_a_type_that_it_does_not_know() -> None:
    body = json.dumps({**EVENT, "type": "dataset.renamed"}).encode()
    event = unwrap(headers_of(body), body=body)
    assert isinstance(event, webhooks.UnknownWebhookEvent)
    assert (event.type, event.data) == ("dataset.renamed", {"datasetId": ID})


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("dataset.failed", sinkove.models.DatasetWebhookEvent),
        ("api_key.revoked", sinkove.models.ApiKeyWebhookEvent),
        ("webhook.test", sinkove.models.TestWebhookEvent),
        ("dataset.renamed", dict),
    ],
)
def test_a_delivery_has_its_event_as_the_type_says(kind: str, expected: type) -> None:
    delivery = read_record(sinkove.models.WebhookDelivery, {"event": {**EVENT, "type": kind}})
    assert type(delivery.event) is expected


def test_a_delivery_of_something_else_has_no_event() -> None:
    delivery = read_record(sinkove.models.WebhookDelivery, {"event": 5})
    assert not hasattr(delivery, "event")


def test_the_secret_of_an_endpoint_is_shown_only_when_it_is_read() -> None:
    answer = {"id": ID, "url": "https://hooks.example.com/", "secret": SECRET}
    endpoint = Api(answer).client().webhook_endpoints.create(ID, "https://hooks.example.com/")
    assert isinstance(endpoint, sinkove.IssuedWebhookEndpoint)
    assert endpoint.secret == SECRET
    assert SECRET not in repr(endpoint) + str(vars(endpoint))
