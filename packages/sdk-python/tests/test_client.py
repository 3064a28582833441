"""The interface of the client that neither the behaviours nor the programs cover."""

from __future__ import annotations

import itertools
import json
import warnings
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove
from sinkove import Runtime

from .scripted_api import ID, KEY, MODEL, OTHER, URL, Api, dataset


def test_trims_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINKOVE_API_KEY", f"  {KEY}\n")
    api = Api([])
    api.client(None).list_datasets()
    assert api.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("key", [None, "", " ", "your_API_KEY_here"])
def test_refuses_a_key_that_cannot_be_right_as_a_value_error(key: str | None) -> None:
    with pytest.raises(ValueError, match="The API key is"):
        sinkove.client(key)


def test_asks_a_function_for_the_key_of_each_attempt() -> None:
    keys = iter([KEY, OTHER])
    api = Api(httpx.Response(503), dataset())
    runtime = Runtime(sleep=lambda _: None)
    api.client(lambda: next(keys), runtime=runtime).dataset(ID)
    sent = [request.headers["authorization"] for request in api.requests]
    assert sent == [f"Bearer {KEY}", f"Bearer {OTHER}"]


@pytest.mark.parametrize("url", ["ftp://a", "http://", "http://u:p@h", "http://h?q", "nonsense"])
def test_refuses_a_base_url_that_cannot_be_right(url: str) -> None:
    with pytest.raises(sinkove.ConfigurationError, match="SINKOVE_API_URL"):
        sinkove.client(KEY, base_url=url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9", "http://127.0.0.1:9/", "http://127.0.0.1:9/v1/"]
)
def test_takes_a_base_url_with_v1_or_without(url: str) -> None:
    assert sinkove.client(KEY, base_url=url).base_url == "http://127.0.0.1:9/v1"


@given(
    st.lists(st.sampled_from(["v1", "v2", "sinkove", "a.b", "v1beta"]), min_size=1), st.booleans()
)
def test_takes_a_base_url_with_its_own_path_as_it_is(parts: list[str], has_slash: bool) -> None:
    base_url = f"http://127.0.0.1:9/{'/'.join(parts)}"
    sent: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(str(request.url))
        return httpx.Response(200, json=dataset())

    given_url = f"{base_url}/" if has_slash else base_url
    transport = httpx.MockTransport(answer)
    sinkove.client(KEY, base_url=given_url, transport=transport).dataset(ID)
    assert sent == [f"{base_url}/datasets/{ID}"]


def test_refuses_an_option_that_there_is_not() -> None:
    options: dict[str, Any] = {"time_out": 3}
    with pytest.raises(TypeError, match="time_out"):
        sinkove.client(KEY, **options)


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


def test_reads_like_a_list_and_fetches_no_more_than_it_must() -> None:
    more = {"link": '</v1/datasets?cursor=two>; rel="next"', "content-type": "application/json"}
    first = httpx.Response(200, content=json.dumps([{"id": "a"}, {"id": "b"}]), headers=more)
    api = Api(first, [{"id": "c"}])
    found = api.client().list_datasets()
    assert (found[0].id, len(api.requests)) == ("a", 1)
    assert [each.id for each in itertools.islice(found, 2)] == ["a", "b"]
    assert len(api.requests) == 1
    assert [each.id for each in found] == ["a", "b", "c"]
    assert (len(found), found[-1].id, [each.id for each in found[1:]]) == (3, "c", ["b", "c"])
    assert len(api.requests) == 2


def test_bounds_what_it_holds_in_memory() -> None:
    found = Api([{"id": str(number)} for number in range(5)]).client().list_datasets()
    with pytest.raises(sinkove.ArgumentError, match="more than 4"):
        found.all(4)


def test_filters_by_time() -> None:
    api = Api([])
    after = datetime(2026, 1, 2, tzinfo=timezone.utc)
    api.client().datasets.list(created_after=after, state="READY", limit=5)
    assert str(api.requests[0].url.query, "ascii") == (
        "state=READY&createdAfter=2026-01-02T00%3A00%3A00Z&limit=5"
    )


@pytest.mark.parametrize(
    "config",
    [
        {"model": "chest-xray-v2", "prompts": ["effusion"], "size": 3},
        {"model": "m", "prompt": "effusion", "size": 3},
        {"modelId": "m", "numSamples": 3, "args": {"prompt": "effusion"}},
        {"model_id": "m", "num_samples": 3, "prompts": "effusion"},
    ],
)
def test_creates_from_a_configuration(config: dict[str, Any]) -> None:
    api = Api([MODEL], dataset())
    api.client().create_dataset(config)
    assert api.body(1) == {"modelId": "m", "numSamples": 3, "args": {"prompt": "effusion"}}


def test_joins_prompts_and_warns_the_program() -> None:
    api = Api([MODEL], dataset())
    with pytest.warns(UserWarning, match="each sample follows all of them") as caught:
        api.client().create_dataset({"model": "m", "prompts": ["a", "b"], "size": 1})
    assert api.body(1)["args"] == {"prompt": "a; b"}
    assert Path(caught[0].filename) == Path(__file__)


def test_passes_prompts_on_to_a_model_that_takes_them() -> None:
    api = Api([{**MODEL, "argsSchema": {"properties": {"prompts": {}}}}], dataset())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        api.client().create_dataset({"model": "m", "prompts": ["a", "b"], "size": 1})
    assert api.body(1)["args"] == {"prompts": ["a", "b"]}


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ({"model": "m"}, "has no size"),
        ({"model": "m", "size": 1, "promts": []}, "'promts'. Did you mean prompts"),
        (
            {"model": "other", "size": 1},
            "no model 'other'. The models of this key are: chest-xray-v2",
        ),
        ({"model": "m", "size": 1, "prompts": [1]}, "list of texts"),
    ],
)
def test_tells_what_is_wrong_with_a_configuration(config: dict[str, Any], words: str) -> None:
    with pytest.raises(sinkove.ArgumentError, match=words):
        Api([MODEL]).client().create_dataset(config)


def test_hands_out_the_response() -> None:
    client = Api(dataset(), headers={"x-request-id": "r"}).client()
    found, response = client.with_response(client.datasets.get, UUID(ID))
    assert (found.id, response.status, response.request_id) == (ID, 200, "r")
    with pytest.raises(TypeError, match="sends a request"):
        client.with_response(len, "")


def test_hands_out_the_response_of_a_list() -> None:
    client = Api([dataset()], headers={"X-Request-Id": "r"}).client()
    found, response = client.with_response(client.datasets.list)
    assert (found[0].id, response.request_id) == (ID, "r")


@pytest.mark.anyio
async def test_hands_out_the_last_response_of_a_list_with_await() -> None:
    client = Api([dataset()], headers={"X-Request-Id": "r"}).async_client()
    found, response = await client.with_response(client.datasets.list)
    assert (found[0].id, response.request_id) == (ID, "r")


def test_finds_a_header_in_any_case() -> None:
    client = Api(dataset(), headers={"X-Request-Id": "r"}).client()
    _, response = client.with_response(client.dataset, ID)
    assert "X-Request-Id" in response.headers
    assert "x-request-id" in response.headers
    assert "X-Request" not in response.headers


def test_asks_for_no_more_pages_than_it_takes_to_know_that_a_list_has_items() -> None:
    second, third = ({"link": f"<{URL}?cursor={page}>; rel=next"} for page in (2, 3))
    api = Api(httpx.Response(200, json=[], headers=second), [dataset()], headers=third)
    assert api.client().datasets.list()
    assert len(api.requests) == 2
    assert not Api([]).client().datasets.list()


@pytest.mark.parametrize("limit", ["5", None, -1, float("nan")])
def test_refuses_a_limit_of_a_list_that_is_none(limit: Any) -> None:
    with pytest.raises(sinkove.ArgumentError, match="limit must be a number of items, 0 or more"):
        Api([]).client().datasets.list().all(limit)


@pytest.mark.parametrize("key", ["", "é", "a b", "a\nb", "x" * 256, 5, UUID(ID), b"x"])
def test_refuses_an_idempotency_key_that_a_header_cannot_carry(key: Any) -> None:
    api = Api()
    with pytest.raises(sinkove.ArgumentError, match="idempotency_key must be text of 1 to 255"):
        api.client().datasets.create("chest-xray-v2", 5, {}, idempotency_key=key)
    assert not api.requests


@pytest.mark.parametrize(
    "url",
    [f"http://{'x' * 64}.test", "http://a..b", "http://☃.test", "http://xn--.test", b"http://x"],
)
def test_refuses_a_base_url_whose_host_there_cannot_be(url: Any) -> None:
    with pytest.raises(sinkove.ConfigurationError, match="must be a URL"):
        sinkove.client(KEY, base_url=url)


@pytest.mark.parametrize("url", ["http://bücher.test", "http://[::1]:80", "HTTP://LOCALHOST/"])
def test_takes_a_base_url_of_any_host_that_there_may_be(url: str) -> None:
    assert sinkove.client(KEY, base_url=url).base_url


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


@pytest.mark.parametrize("seconds", [1e10, 1e300, float("inf")])
@pytest.mark.parametrize("limit", ["timeout", "total_timeout"])
def test_takes_a_limit_that_no_timer_can_hold_for_none(limit: str, seconds: float) -> None:
    limits: dict[str, Any] = {"timeout": None, limit: seconds}
    client = sinkove.client(KEY, base_url=URL, max_retries=0, **limits)
    with pytest.raises(sinkove.ConnectionError, match="refused"):
        client.me()


def test_refuses_an_option_of_a_call_that_there_is_not() -> None:
    api = Api()
    client = api.client()
    with pytest.raises(TypeError, match="states"):
        client.datasets.list(states="READY").all()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="timout"):
        client.me(timout=3)  # type: ignore[call-arg]
    assert api.requests == []


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


@pytest.mark.parametrize(
    "headers", ["x", 5, {"a": "ü"}, {"a": "b\r\nc: d"}, {"a b": "c"}, {"a": 5}, {5: "a"}]
)
def test_refuses_headers_that_http_cannot_carry(headers: Any) -> None:
    api = Api()
    with pytest.raises(sinkove.ArgumentError, match="headers must map names to values"):
        sinkove.client(KEY, base_url=URL, headers=headers)
    with pytest.raises(sinkove.ArgumentError, match="headers must map names to values"):
        api.client().me(headers=headers)
    assert not api.requests
