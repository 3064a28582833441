"""The options of a client and of single calls."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove
from sinkove import Runtime

from .scripted_api import ID, KEY, OTHER, URL, Api, dataset


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
    "url",
    [f"http://{'x' * 64}.test", "http://a..b", "http://☃.test", "http://xn--.test", b"http://x"],
)
def test_refuses_a_base_url_whose_host_there_cannot_be(url: Any) -> None:
    with pytest.raises(sinkove.ConfigurationError, match="must be a URL"):
        sinkove.client(KEY, base_url=url)


@pytest.mark.parametrize("url", ["http://bücher.test", "http://[::1]:80", "HTTP://LOCALHOST/"])
def test_takes_a_base_url_of_any_host_that_there_may_be(url: str) -> None:
    assert sinkove.client(KEY, base_url=url).base_url


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


def test_takes_a_limit_that_no_float_can_hold_for_none() -> None:
    assert Api(dataset(), dataset()).client().dataset(ID).wait(10**400).state == "READY"


def test_refuses_an_option_that_there_is_not() -> None:
    options: dict[str, Any] = {"time_out": 3}
    with pytest.raises(TypeError, match="time_out"):
        sinkove.client(KEY, **options)


def test_refuses_an_option_of_a_call_that_there_is_not() -> None:
    api = Api()
    client = api.client()
    with pytest.raises(TypeError, match="states"):
        client.datasets.list(states="READY").all()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="timout"):
        client.me(timout=3)  # type: ignore[call-arg]
    assert api.requests == []


@pytest.mark.parametrize("key", ["", "é", "a b", "a\nb", "x" * 256, 5, UUID(ID), b"x"])
def test_refuses_an_idempotency_key_that_a_header_cannot_carry(key: Any) -> None:
    api = Api()
    with pytest.raises(sinkove.ArgumentError, match="idempotency_key must be text of 1 to 255"):
        api.client().datasets.create("chest-xray-v2", 5, {}, idempotency_key=key)
    assert not api.requests


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
