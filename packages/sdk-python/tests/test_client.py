"""What the client returns: records, responses, errors and the rate limit."""

from __future__ import annotations

from uuid import UUID

import httpx
import pytest

import sinkove

from .scripted_api import ID, Api, dataset


@pytest.mark.parametrize(
    ("state", "status"),
    [("PENDING", "pending"), ("STARTED", "processing"), ("READY", "ready"), ("FAILED", "failed"),
     ("EXPIRED", "expired"), ("POLISHING", "polishing")],
)  # fmt: skip
def test_has_a_status_in_the_documented_words(state: str, status: str) -> None:
    assert Api(dataset(state)).client().dataset(ID).status == status


def test_has_members_that_are_unknown_and_the_json_as_it_came() -> None:
    found = Api(dataset(shelf=4, fooBar=1)).client().dataset(ID)
    assert (found.shelf, found.foo_bar, found.metadata.colour) == (4, 1, "blue")  # type: ignore[attr-defined,union-attr]
    assert found.raw["metadata"]["colour"] == "blue"
    assert Api({"id": ID, "metadata": None}).client().dataset(ID).state == "UNKNOWN"


def test_hands_out_the_response() -> None:
    client = Api(dataset(), headers={"x-request-id": "r"}).client()
    found, response = client.with_response(client.datasets.get, UUID(ID))
    assert (found.id, response.status, response.request_id) == (ID, 200, "r")
    with pytest.raises(TypeError, match="sends a request"):
        client.with_response(len, "")


def test_finds_a_header_in_any_case() -> None:
    client = Api(dataset(), headers={"X-Request-Id": "r"}).client()
    _, response = client.with_response(client.dataset, ID)
    assert "X-Request-Id" in response.headers
    assert "x-request-id" in response.headers
    assert "X-Request" not in response.headers


def test_can_print_an_error_with_half_a_character() -> None:
    body = b'{"code": "ODD", "detail": "a \\ud800 b"}'
    with pytest.raises(sinkove.APIError) as caught:
        Api(httpx.Response(400, content=body)).client().dataset(ID)
    assert str(caught.value).encode() == b"400 ODD: a ? b"


def test_knows_the_rate_limit() -> None:
    limits = {"limit": "100", "remaining": "98", "reset": "1795487255"}
    headers = {f"x-ratelimit-{name}": value for name, value in limits.items()}
    client = Api(dataset(), headers=headers).client()
    assert client.rate_limit is None
    client.dataset(ID)
    assert client.rate_limit
    assert (client.rate_limit.limit, client.rate_limit.remaining) == (100, 98)


def test_says_which_server_could_not_be_reached() -> None:
    client = Api(httpx.ConnectError("refused")).client(max_retries=0)
    with pytest.raises(sinkove.ConnectionError, match=r"^The connection to 127\.0\.0\.1:9 failed"):
        client.me()


def test_sends_what_api_keys_need() -> None:
    answers = [{"id": "k", "name": "ci"}] * 6
    api = Api(*answers, [], {"buckets": [{"requests": 3}]})
    keys = api.client().api_keys
    keys.create("ci", scopes=["datasets:read"], expires_at="2027-01-01T00:00:00Z")
    keys.get("k")
    keys.update("k", {"enabled": False})
    keys.rotate("k", grace_period_seconds=0)
    keys.revoke("k")
    keys.rotate("k")
    keys.events("k")
    assert keys.usage("k", interval="day").buckets[0].requests == 3
    sent = [(request.method, request.url.path) for request in api.requests]
    assert sent == [
        ("POST", "/v1/api-keys"),
        ("GET", "/v1/api-keys/k"),
        ("PATCH", "/v1/api-keys/k"),
        ("POST", "/v1/api-keys/k/rotate"),
        ("POST", "/v1/api-keys/k/revoke"),
        ("POST", "/v1/api-keys/k/rotate"),
        ("GET", "/v1/api-keys/k/events"),
        ("GET", "/v1/api-keys/k/usage"),
    ]
    assert api.body(0) == {
        "name": "ci",
        "scopes": ["datasets:read"],
        "expiresAt": "2027-01-01T00:00:00Z",
    }
    assert api.body(3) == {"gracePeriodSeconds": 0}


def test_revokes_a_key_with_its_descendants() -> None:
    creator = {"type": "api_key", "id": "k"}
    child = {"id": "child", "createdBy": creator}
    api = Api({"id": "k", "createdBy": None, "revokedDescendants": [child]})
    revoked = api.client().api_keys.revoke("k", descendants=True)
    assert api.body(0) == {"descendants": True}
    assert revoked.created_by is None
    (descendant,) = revoked.revoked_descendants
    assert descendant.created_by is not None
    assert (descendant.id, descendant.created_by.id) == ("child", "k")
