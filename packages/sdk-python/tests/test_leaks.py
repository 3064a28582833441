"""No repr, str, vars, traceback, log or pickle contains a key."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import sinkove
from sinkove import SinkoveError
from sinkove._secret import Secret

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
LIVE = "sinkove_live_FAKEfakeFAKEfakeFAKEfakeFAKEfake3gaPtB"
URL = "http://127.0.0.1:9"
DATASET = {"id": "d", "metadata": {"state": "READY", "progress": 100}}


def told_by(value: Any, seen: set[int] | None = None) -> str:
    """Everything that an object and the objects it refers to show."""
    seen = set() if seen is None else seen
    if id(value) in seen or isinstance(value, (str, int, float, type(None), type)):
        return repr(value)
    seen.add(id(value))
    members = dict(getattr(value, "__dict__", {}))
    for kind in type(value).__mro__:
        slots = getattr(kind, "__slots__", ())
        names = [slots] if isinstance(slots, str) else list(slots)
        members.update({name: getattr(value, name, None) for name in names})
    if isinstance(value, dict):
        members.update({repr(name): each for name, each in value.items()})
    if isinstance(value, (list, tuple, set)):
        members.update(dict(enumerate(value)))
    inner = "".join(told_by(each, seen) for each in members.values())
    return f"{value!r}{value}{members.keys()}{inner}"


def printed(error: BaseException) -> str:
    frames = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "".join(frames.format()) + repr(error) + told_by(vars(error))


def refuse(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError(f"refused {request.headers['authorization']}", request=request)


def echo(request: httpx.Request) -> httpx.Response:
    key = request.headers["authorization"]
    return httpx.Response(401, json={"code": key, "detail": key}, headers={"x-request-id": key})


def answer(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=DATASET)


def client_of(handler: Callable[[httpx.Request], httpx.Response], **more: Any) -> sinkove.Sinkove:
    transport = httpx.MockTransport(handler)
    return sinkove.client(KEY, base_url=URL, transport=transport, max_retries=0, **more)


def test_shows_no_key_of_a_client_that_was_used() -> None:
    client = client_of(answer)
    dataset = client.dataset("d")
    assert KEY not in told_by(client) + told_by(dataset)
    assert "Authorization" not in told_by(client)


def test_shows_no_key_of_a_client_on_the_network() -> None:
    client = sinkove.client(KEY, base_url=URL, max_retries=0)
    with pytest.raises(sinkove.ConnectionError):
        client.me()
    assert KEY not in told_by(client)


@pytest.mark.parametrize("handler", [refuse, echo, None])
def test_shows_no_key_in_a_traceback_with_local_variables(handler: Any) -> None:
    options: dict[str, Any] = {"transport": httpx.MockTransport(handler)} if handler else {}
    client = sinkove.client(KEY, base_url=URL, max_retries=1, **options)
    with pytest.raises(SinkoveError) as caught:
        client.dataset("d")
    frames = traceback.extract_tb(caught.value.__traceback__)
    assert not any("/httpx/" in each.filename or "/httpcore/" in each.filename for each in frames)
    caught.value.__traceback__ = _without_this_test(caught.value)
    assert KEY not in printed(caught.value)


def _without_this_test(error: BaseException) -> Any:
    """Only the frames of the package: the test's own frames contain the key."""
    trace = error.__traceback__
    while trace and "sinkove" not in trace.tb_frame.f_globals["__name__"].split("."):
        trace = trace.tb_next
    return trace


@pytest.mark.parametrize(
    "given", [f"{KEY[:-1]}x", f"{KEY[:30]}", f"'{KEY}'", f"{KEY[:20]} {KEY[20:]}"]
)
def test_shows_no_part_of_a_key_that_is_refused(given: str) -> None:
    with pytest.raises(sinkove.ApiKeyError) as caught:
        sinkove.client(given)
    caught.value.__traceback__ = _without_this_test(caught.value)
    assert given[14:28] not in printed(caught.value)


def test_shows_no_key_that_a_function_gives() -> None:
    client = sinkove.client(lambda: f"{KEY}x", base_url=URL, transport=httpx.MockTransport(answer))
    with pytest.raises(sinkove.ApiKeyError) as caught:
        client.me()
    caught.value.__traceback__ = _without_this_test(caught.value)
    assert KEY[14:28] not in printed(caught.value).replace('f"{KEY}x"', "")


def test_logs_no_key_and_no_url_of_a_file(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    url = "http://files.test/secret-token"
    download = {"URL": url, "size": 0, "sha256": "0" * 64, "expiresAt": "2026"}

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, json=download, headers={"x-request-id": request.headers["authorization"]}
        )

    client = client_of(handler)
    with pytest.raises(sinkove.DownloadError):
        client.datasets.download("d")
    client = sinkove.client(KEY, base_url=URL, max_retries=0)
    with pytest.raises(sinkove.ConnectionError):
        client.me()
    assert "200 in" in caplog.text
    assert KEY not in caplog.text
    assert "secret-token" not in caplog.text


def test_refuses_to_pickle_or_deepcopy_a_client() -> None:
    client = client_of(answer)
    for attempt in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match=r"API key|pickle"):
            attempt(client)


def test_pickles_errors_and_datasets_without_the_key() -> None:
    client = client_of(echo)
    with pytest.raises(sinkove.AuthenticationError) as caught:
        client.me()
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), again.status, str(again)) == (
        sinkove.AuthenticationError,
        401,
        str(caught.value),
    )
    dataset = client_of(answer).dataset("d")
    pickled = pickle.dumps(dataset)
    assert KEY.encode() not in pickled
    assert pickle.loads(pickled).state == "READY"


def test_shows_the_secret_of_an_issued_key_only_when_asked() -> None:
    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(201, json={"id": "k", "name": "ci", "secret": LIVE})

    issued = client_of(handler).api_keys.create("ci")
    assert issued.secret == LIVE
    assert LIVE not in told_by(issued)


def test_shows_the_url_of_a_file_only_when_asked() -> None:
    file = {"URL": "https://files.test/token", "size": 3, "sha256": "0" * 64, "expiresAt": "2026"}
    got = client_of(lambda _: httpx.Response(200, json=file)).datasets.download_url("d")
    assert got.url == "https://files.test/token"
    assert (got.size, got.expires_at) == (3, "2026")
    assert "token" not in told_by(got) + repr(sinkove.raw_of(got))
    with pytest.raises(TypeError, match="The URL is a secret"):
        pickle.dumps(got)


@pytest.mark.parametrize("body", ["text", 5, []])
def test_refuses_what_a_server_sends_in_place_of_a_url(body: Any) -> None:
    client = client_of(lambda _: httpx.Response(200, json=body))
    with pytest.raises(sinkove.ResponseError, match="where the API has a DatasetDownload"):
        client.datasets.download_url("d")


def test_sends_no_live_key_in_clear_text() -> None:
    with pytest.raises(sinkove.ConfigurationError, match="clear text"):
        sinkove.client(LIVE, base_url="http://api.example.test")
    sinkove.client(LIVE, base_url="http://127.0.0.1:1")


def test_replaces_no_authorization_by_a_header_or_a_hook() -> None:
    sent: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["authorization"])
        return httpx.Response(200, json=DATASET)

    def hook(info: sinkove.RequestInfo) -> None:
        assert KEY not in repr(info)
        info.headers["authorization"] = "Bearer other"

    client = client_of(handler, headers={"Authorization": "Bearer third"}, on_request=hook)
    client.dataset("d")
    client.datasets.get("d", headers={"AUTHORIZATION": "Bearer fourth"})
    assert sent == [f"Bearer {KEY}"] * 2


def test_prints_a_sealed_key_as_nothing() -> None:
    sealed = Secret(KEY)
    assert KEY not in f"{sealed}{sealed!r}{[sealed]}"
    with pytest.raises(TypeError):
        pickle.dumps(sealed)
