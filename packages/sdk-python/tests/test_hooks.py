"""How a client reports its attempts: hooks and log lines."""

from __future__ import annotations

import io
import itertools
import logging
import sys
from collections import Counter
from typing import Any

import anyio
import httpx
import pytest

import sinkove
from sinkove import Runtime

from .scripted_api import ID, KEY, URL, Api, dataset


@pytest.mark.anyio
async def test_awaits_a_function_for_the_key_and_hooks() -> None:
    seen: list[str] = []

    async def key() -> str:
        return KEY

    async def hook(info: Any) -> None:
        seen.append(type(info).__name__)

    api = Api(dataset())
    async with api.async_client(key, on_request=hook, on_response=hook) as client:
        found = await client.dataset(ID)
    assert found.ready
    assert Counter(seen) == {"RequestInfo": 1, "ResponseInfo": 1}


def test_tells_hooks_of_each_attempt() -> None:
    told: list[Any] = []
    api = Api(httpx.Response(503), dataset())
    client = api.client(
        runtime=Runtime(sleep=lambda _: None, random=lambda: 0.5),
        on_request=lambda info: info.headers.update(traceparent=f"t{info.attempt}"),
        on_response=lambda info: told.append(info.status),
        on_retry=lambda info: told.append(info.wait),
    )
    client.dataset(ID)
    assert told == [503, 0.25, 200]
    assert [request.headers["traceparent"] for request in api.requests] == ["t1", "t2"]


def test_tells_one_of_on_response_and_on_error_how_an_attempt_ended() -> None:
    told: list[Any] = []
    api = Api(httpx.ConnectError("refused"), httpx.ReadTimeout("late"), dataset())
    api.client(
        runtime=Runtime(now=itertools.count().__next__, sleep=lambda _: None),
        on_response=lambda info: told.append((info.attempt, info.status)),
        on_error=lambda info: told.append((info.attempt, type(info.error), info.duration > 0)),
    ).dataset(ID)
    assert told == [
        (1, sinkove.ConnectionError, True),
        (2, sinkove.TimeoutError, True),
        (3, 200),
    ]


def test_tells_on_error_of_ctrl_c() -> None:
    told: list[Any] = []
    client = Api(KeyboardInterrupt()).client(on_error=lambda info: told.append(info.error))
    with pytest.raises(KeyboardInterrupt) as caught:
        client.dataset(ID)
    assert told == [caught.value]


@pytest.mark.anyio
async def test_tells_on_error_of_a_cancellation_and_awaits_it() -> None:
    told: list[Any] = []

    async def handler(_: httpx.Request) -> httpx.Response:
        scope.cancel()
        await anyio.sleep_forever()
        raise AssertionError

    async def note(info: sinkove.ErrorInfo) -> None:
        told.append(type(info.error))

    transport = httpx.MockTransport(handler)
    async with sinkove.async_client(
        KEY, base_url=URL, transport=transport, on_error=note
    ) as client:
        with anyio.CancelScope() as scope:
            await client.dataset(ID)
    assert told == [anyio.get_cancelled_exc_class()]


def test_ends_the_call_with_what_a_hook_raises() -> None:
    def hook(_: Any) -> None:
        raise KeyError("mine")

    client = Api(dataset(), dataset()).client(on_request=hook)
    for _ in range(2):
        with pytest.raises(KeyError, match="mine"):
            client.dataset(ID)


def test_prints_each_attempt_where_it_is_asked_to(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from sinkove._observer import logger

    monkeypatch.setenv("SINKOVE_LOG", "debug")
    Api(dataset(), headers={"x-request-id": "r"}).client().dataset(ID)
    (handler,) = logger.handlers
    logger.removeHandler(handler)
    logger.setLevel("NOTSET")
    assert f"GET {URL}/v1/datasets/{ID} #1 200 in" in capfd.readouterr().err


def test_logs_to_what_is_standard_error_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINKOVE_LOG", "debug")
    client = Api(dataset(), dataset(), dataset()).client()
    try:
        for _ in range(2):  # each test of pytest has its own, and closes it
            with io.StringIO() as terminal, monkeypatch.context() as replaced:
                replaced.setattr(sys, "stderr", terminal)
                client.dataset(ID)
                assert f"/datasets/{ID} #1 200 in" in terminal.getvalue()
        monkeypatch.setattr(sys, "stderr", None)  # as in pythonw
        client.dataset(ID)
    finally:
        logging.getLogger("sinkove").handlers.clear()


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_error", "on_retry"])
def test_a_hook_is_a_function(name: str) -> None:
    options: dict[str, Any] = {name: "print"}
    with pytest.raises(sinkove.ArgumentError, match=f"{name} must be a function, not str"):
        sinkove.client(KEY, base_url=URL, **options)


@pytest.mark.parametrize("value", ["é", "a\nb", 5, None, b"x"])
def test_a_header_of_a_hook_that_http_cannot_carry_is_refused(value: Any) -> None:
    def hook(info: sinkove.RequestInfo) -> None:
        info.headers["traceparent"] = value

    api = Api()
    with pytest.raises(sinkove.ArgumentError, match="headers must map names to values"):
        api.client(on_request=hook).dataset(ID)
    assert not api.requests
