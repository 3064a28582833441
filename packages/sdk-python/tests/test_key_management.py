"""API keys that a program creates, rotates and revokes."""

from __future__ import annotations

from .scripted_api import Api


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
