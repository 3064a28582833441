"""An API key in place of another argument is refused before sending, and never repeated."""

from __future__ import annotations

import io
import logging
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import sinkove
from sinkove._options import RequestOptions
from sinkove._urls import fill_path, write_query

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
LIVE = "sinkove_live_FAKEfakeFAKEfakeFAKEfakeFAKEfake3gaPtB"
URL = "http://127.0.0.1:9"
ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17"
MODELS = [{"id": ID, "slug": "chest-xray-v2", "argsSchema": {}}]

CALLS: dict[str, Callable[[Any, str], Any]] = {
    "dataset": lambda client, key: client.dataset(key),
    "datasets.get": lambda client, key: client.datasets.get(key),
    "datasets.wait": lambda client, key: client.datasets.wait(key),
    "datasets.watch": lambda client, key: list(client.datasets.watch(key)),
    "datasets.download": lambda client, key: client.datasets.download(key),
    "a path": lambda client, key: client.datasets.download(ID, f"/tmp/{key}.zip"),
    "datasets.delete": lambda client, key: client.datasets.delete(key),
    "organizations.datasets": lambda client, key: client.organizations.datasets(key).list(),
    "api_keys.rotate": lambda client, key: client.api_keys.rotate(key),
    "a filter": lambda client, key: client.datasets.list(state=key),
    "a cursor": lambda client, key: client.datasets.list(cursor=key),
    "a name": lambda client, key: client.api_keys.create(key),
    "a changed name": lambda client, key: client.api_keys.update(ID, {"name": f"for {key}"}),
    "a model": lambda client, key: client.datasets.create(key, 1, {}),
    "an argument": lambda client, key: client.datasets.create(ID, 1, {"a": [{"b": key}]}),
    "the name of an argument": lambda client, key: client.datasets.create(ID, 1, {key: 1}),
    "a configuration": lambda client, key: client.create_dataset({"model": key, "size": 1}),
    "its names": lambda client, key: client.create_dataset({key: "m", "size": 1}),
    "a prompt": lambda client, key: client.create_dataset(
        {"model": "chest-xray-v2", "size": 1, "prompts": ["effusion", key]}
    ),
    "an idempotency key": lambda client, key: client.api_keys.rotate(ID, idempotency_key=key),
    "a header": lambda client, key: client.me(headers={"x-note": key}),
}


class Place:
    """A client, with everything that it sends, logs and shows."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Terminal(io.StringIO):
            def isatty(self) -> bool:
                return True

        self.sent: list[httpx.Request] = []
        self.shown = Terminal()
        monkeypatch.setattr("sys.stderr", self.shown)
        self.client = sinkove.client(KEY, base_url=URL, transport=httpx.MockTransport(self._answer))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return httpx.Response(200, json=MODELS if request.method == "GET" else {})


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[Place]:
    caplog.set_level(logging.DEBUG)
    yield Place(monkeypatch)
    assert "fakefake" not in caplog.text.lower()


def words_of(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))


@pytest.mark.parametrize("given", [LIVE, f"Bearer {LIVE}", LIVE.upper(), f" {LIVE}"])
@pytest.mark.parametrize("name", CALLS)
def test_is_refused_in_every_argument(place: Place, name: str, given: str) -> None:
    with pytest.raises(sinkove.ArgumentError, match="API key") as caught:
        CALLS[name](place.client, given)
    assert place.sent == []
    assert "fakefake" not in (words_of(caught.value) + place.shown.getvalue()).lower()


@pytest.mark.parametrize("text", ["sinkove_live_x", "SINKOVE_TEST_1", LIVE[:20], f"a{LIVE}"])
def test_a_piece_of_a_key_is_refused_in_paths_and_queries(text: str) -> None:
    writers: list[Callable[[], str]] = [
        lambda: fill_path("/datasets/{dataset_id}", {"dataset_id": text}),
        lambda: write_query({"state": text}),
        lambda: write_query({"state": [text]}),
    ]
    for write in writers:
        with pytest.raises(sinkove.ArgumentError, match="looks like an API key") as caught:
            write()
        assert text not in str(caught.value)


def test_what_only_begins_like_a_key_may_be_a_name(place: Place) -> None:
    place.client.api_keys.create("sinkove_test_ci, for the nightly run")
    assert b"sinkove_test_ci" in place.sent[0].content
    options: RequestOptions = {"idempotency_key": "sinkove_test_1"}
    options["headers"] = {"x-run": "sinkove_test_2"}
    place.client.api_keys.rotate(ID, **options)
    assert place.sent[1].headers["x-run"] == "sinkove_test_2"


@pytest.mark.parametrize("base_url", [f"{URL}/{LIVE}", f"http://{LIVE}.test", LIVE])
def test_is_refused_in_the_base_url(base_url: str) -> None:
    with pytest.raises(sinkove.ConfigurationError, match="base_url") as caught:
        sinkove.client(KEY, base_url=base_url)
    assert "fakefake" not in words_of(caught.value).lower()


def test_is_refused_in_the_headers_of_a_client() -> None:
    with pytest.raises(sinkove.ArgumentError, match="API key") as caught:
        sinkove.client(KEY, base_url=URL, headers={"x-key": LIVE})
    assert "FAKE" not in words_of(caught.value)


@pytest.mark.parametrize("kind", [sinkove.Client, sinkove.AsyncClient])
@pytest.mark.parametrize("others", [(), (KEY,), (ID,)])
@pytest.mark.parametrize("is_set", [True, False])
def test_a_key_in_the_place_of_the_organization_is_named_as_that(
    monkeypatch: pytest.MonkeyPatch, kind: Any, others: Any, is_set: bool
) -> None:
    if is_set:
        monkeypatch.setenv("SINKOVE_API_KEY", KEY)
    with pytest.raises(ValueError, match="must be the id of an organization") as caught:
        kind(LIVE, *others)
    assert isinstance(caught.value, sinkove.SinkoveError)
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in frames.stack if "/sinkove/" in Path(frame.filename).as_posix()]
    assert "FAKE" not in words_of(caught.value) + repr([frame.locals for frame in ours])
