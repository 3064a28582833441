"""Responses: ``with_response``, headers, the rate limit, and errors."""

from __future__ import annotations

from uuid import UUID

import httpx
import pytest

import sinkove

from .scripted_api import ID, Api, dataset


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


def test_knows_the_rate_limit() -> None:
    limits = {"limit": "100", "remaining": "98", "reset": "1795487255"}
    headers = {f"x-ratelimit-{name}": value for name, value in limits.items()}
    client = Api(dataset(), headers=headers).client()
    assert client.rate_limit is None
    client.dataset(ID)
    assert client.rate_limit
    assert (client.rate_limit.limit, client.rate_limit.remaining) == (100, 98)


def test_can_print_an_error_with_half_a_character() -> None:
    body = b'{"code": "ODD", "detail": "a \\ud800 b"}'
    with pytest.raises(sinkove.APIError) as caught:
        Api(httpx.Response(400, content=body)).client().dataset(ID)
    assert str(caught.value).encode() == b"400 ODD: a ? b"
