"""The surface of the client: what the behaviours and the programs leave out."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import warnings
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import anyio
import httpx
import pytest

import sinkove
from sinkove import Runtime

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
OTHER = "sinkove_test_000000000000000000000000000000000amDaw"
URL = "http://127.0.0.1:9"
ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17"
MODEL = {"id": "m", "slug": "chest-xray-v2", "argsSchema": {"properties": {"prompt": {}}}}


def dataset(state: str = "READY", **more: Any) -> dict[str, Any]:
    return {"id": ID, "metadata": {"state": state, "progress": 7, "colour": "blue"}, **more}


class Api:
    """Answers in turn with what it is given, and notes what it was asked."""

    def __init__(self, *answers: Any, headers: dict[str, str] | None = None) -> None:
        self._answers = iter(answers)
        self._headers = headers
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = next(self._answers)
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, httpx.Response):
            return answer
        return httpx.Response(200, json=answer, headers=self._headers)

    def client(self, key: Any = KEY, **options: Any) -> sinkove.Sinkove:
        return sinkove.client(key, base_url=URL, transport=httpx.MockTransport(self), **options)

    def async_client(self, key: Any = KEY, **options: Any) -> sinkove.AsyncSinkove:
        transport = httpx.MockTransport(self)
        return sinkove.async_client(key, base_url=URL, transport=transport, **options)

    def body(self, number: int) -> Any:
        return json.loads(self.requests[number].content)


def test_trims_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINKOVE_API_KEY", f"  {KEY}\n")
    api = Api([])
    api.client(None).list_datasets()
    assert api.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("given", [None, "", " ", "your_API_KEY_here"])
def test_refuses_a_key_that_cannot_be_right_as_a_value_error(given: str | None) -> None:
    with pytest.raises(ValueError, match="The API key is"):
        sinkove.client(given)


def test_asks_a_function_for_the_key_of_each_attempt() -> None:
    keys = iter([KEY, OTHER])
    api = Api(httpx.Response(503), dataset())
    runtime = Runtime(sleep=lambda _: None)
    api.client(lambda: next(keys), runtime=runtime).dataset(ID)
    sent = [request.headers["authorization"] for request in api.requests]
    assert sent == [f"Bearer {KEY}", f"Bearer {OTHER}"]


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
    assert await_count(seen) == {"RequestInfo": 1, "ResponseInfo": 1}


def await_count(names: list[str]) -> dict[str, int]:
    return {name: names.count(name) for name in names}


@pytest.mark.parametrize("url", ["ftp://a", "http://", "http://u:p@h", "http://h?q", "nonsense"])
def test_refuses_a_base_url_that_cannot_be_right(url: str) -> None:
    with pytest.raises(sinkove.ConfigurationError, match="SINKOVE_API_URL"):
        sinkove.client(KEY, base_url=url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9", "http://127.0.0.1:9/", "http://127.0.0.1:9/v1/"]
)
def test_takes_a_base_url_with_v1_or_without(url: str) -> None:
    assert sinkove.client(KEY, base_url=url).base_url == "http://127.0.0.1:9/v1"


def test_refuses_an_option_that_there_is_not() -> None:
    options: dict[str, Any] = {"time_out": 3}
    with pytest.raises(sinkove.ArgumentError, match="time_out"):
        sinkove.client(KEY, **options)


def test_is_ready_as_a_property_and_as_a_method() -> None:
    api = Api(dataset("STARTED"), dataset("STARTED"), dataset(), dataset(), dataset())
    found = api.client().dataset(ID)
    assert not found.ready
    assert found.ready() is True
    assert found.ready
    assert (f"{found.ready}", len(api.requests)) == ("True", 5)


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
        ({"model": "m"}, "size is missing"),
        ({"model": "m", "size": 1, "promts": []}, "promts is unknown"),
        ({"model": "other", "size": 1}, "There are: chest-xray-v2"),
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


def test_knows_the_rate_limit() -> None:
    limits = {"limit": "100", "remaining": "98", "reset": "1795487255"}
    headers = {f"x-ratelimit-{name}": value for name, value in limits.items()}
    client = Api(dataset(), headers=headers).client()
    assert client.rate_limit is None
    client.dataset(ID)
    assert client.rate_limit
    assert (client.rate_limit.limit, client.rate_limit.remaining) == (100, 98)


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


def test_says_which_server_could_not_be_reached() -> None:
    client = Api(httpx.ConnectError("refused")).client(max_retries=0)
    with pytest.raises(sinkove.ConnectionError, match=r"^127\.0\.0\.1:9 could not be reached"):
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
    with pytest.raises(sinkove.ArgumentError, match="no option states"):
        client.datasets.list(states="READY").all()  # type: ignore[call-arg]
    with pytest.raises(sinkove.ArgumentError, match="no option timout"):
        client.me(timout=3)  # type: ignore[call-arg]
    assert api.requests == []


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
    from sinkove._observe import logger

    monkeypatch.setenv("SINKOVE_LOG", "debug")
    Api(dataset(), headers={"x-request-id": "r"}).client().dataset(ID)
    (handler,) = logger.handlers
    logger.removeHandler(handler)
    logger.setLevel("NOTSET")
    assert f"GET {URL}/v1/datasets/{ID} #1 200 in" in capfd.readouterr().err


def test_waits_no_longer_than_it_is_told() -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    api = Api(*[dataset("STARTED")] * 9)
    runtime = Runtime(now=lambda: now[0], sleep=sleep, random=lambda: 0.5)
    with pytest.raises(TimeoutError, match="still being generated"):
        api.client(runtime=runtime).datasets.wait(ID, 5)
    assert now[0] == 5
    assert len(api.requests) == 4


def test_goes_on_waiting_while_others_use_up_the_limit() -> None:
    slept: list[float] = []
    limited = httpx.Response(429, headers={"retry-after": "40"})
    api = Api(limited, dataset())
    runtime = Runtime(sleep=slept.append, random=lambda: 0.5)
    client = api.client(runtime=runtime, max_retries=0, max_retry_wait=30)
    assert client.datasets.wait(ID).state == "READY"
    assert slept == [15.0]


def test_tells_of_each_change() -> None:
    states = [dataset("PENDING"), dataset("PENDING"), dataset("STARTED"), dataset()]
    client = Api(*states).client(runtime=Runtime(sleep=lambda _: None))
    assert [each.state for each in client.datasets.watch(ID)] == ["PENDING", "STARTED", "READY"]


FILE = b"film" * 100


def file_api(times: int = 1) -> Api:
    digest = hashlib.sha256(FILE).hexdigest()
    told = {"URL": "http://files.test/f", "size": len(FILE), "sha256": digest}
    answers = ((told, httpx.Response(200, content=FILE)) for _ in range(times))
    return Api(*itertools.chain.from_iterable(answers))


def test_downloads_to_memory_to_a_path_and_to_an_open_file(tmp_path: Path) -> None:
    client = file_api(3).client()
    told: list[int] = []
    assert client.datasets.download(ID, on_progress=lambda done: told.append(done.received)) == FILE
    assert told[-1] == len(FILE)
    path = tmp_path / "new" / "film.zip"
    assert client.datasets.download(ID, path).size == len(FILE)
    assert path.read_bytes() == FILE
    assert os.listdir(path.parent) == ["film.zip"]  # noqa: PTH208
    stream = io.BytesIO()
    client.datasets.download(ID, stream)
    assert stream.getvalue() == FILE


@pytest.mark.anyio
async def test_downloads_with_await(tmp_path: Path) -> None:
    async with file_api(2).async_client() as client:
        assert await client.datasets.download(ID) == FILE
        assert not (await client.datasets.download(ID, tmp_path / "film.zip")).skipped
    assert (tmp_path / "film.zip").read_bytes() == FILE


@pytest.mark.parametrize("strategy", ["fail", "skip", "replace"])
def test_refuses_a_folder_for_a_file(strategy: Any, tmp_path: Path) -> None:
    api = Api()
    for path in ("", tmp_path):
        with pytest.raises(sinkove.ArgumentError, match="is a folder"):
            api.client().datasets.download(ID, path, strategy=strategy)
    assert api.requests == []


def test_refuses_a_strategy_that_there_is_not(tmp_path: Path) -> None:
    strategy: Any = "overwrite"
    with pytest.raises(sinkove.ArgumentError, match="strategy"):
        file_api().client().datasets.download(ID, tmp_path / "a", strategy=strategy)


def test_asks_nothing_of_the_api_where_the_file_is_there_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "film.zip"
    path.write_bytes(b"mine")
    api = Api(dataset())
    found = api.client().dataset(ID)
    assert found.download(path, "skip", wait=True).skipped
    with pytest.raises(sinkove.DownloadError) as caught:
        found.download(path)
    assert caught.value.code == "FILE_EXISTS"
    assert (path.read_bytes(), len(api.requests)) == (b"mine", 1)


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


def test_shows_a_bar_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    file_api().client().datasets.download(ID)
    assert f"Dataset {ID}" in terminal.getvalue()
    before = terminal.getvalue()
    file_api().client().datasets.download(ID, progress=False)
    assert terminal.getvalue() == before


@pytest.mark.parametrize("strategy", ["fail", "skip", "replace"])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "^An empty path is a folder. Name a file in it.$"),
        ("new/", "new/ is a folder. Name a file in it.$"),
        (".", "is a folder. Name a file in it.$"),
        ("mine.txt/a.zip", "mine.txt is a file, and no folder. Choose another path.$"),
        ("mine.txt/b/a.zip", "mine.txt is a file, and no folder. Choose another path.$"),
    ],
)
def test_refuses_a_path_before_anything_is_sent(
    tmp_path: Path, name: str, message: str, strategy: Any
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    sent: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(500))  # type: ignore[func-returns-value]
    client = sinkove.client(KEY, base_url=URL, transport=transport)
    target = f"{tmp_path}/{name}" if name else name
    with pytest.raises(sinkove.ArgumentError, match=message):
        client.datasets.download("d", target, strategy=strategy)
    assert not sent
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    "headers", ["x", None, 5, {"a": "ü"}, {"a": "b\r\nc: d"}, {"a b": "c"}, {"a": 5}, {5: "a"}]
)
def test_refuses_headers_that_http_cannot_carry(headers: Any) -> None:
    api = Api()
    with pytest.raises(sinkove.ArgumentError, match="headers must be texts of ASCII"):
        sinkove.client(KEY, base_url=URL, headers=headers)
    with pytest.raises(sinkove.ArgumentError, match="headers must be texts of ASCII"):
        api.client().me(headers=headers)
    assert not api.requests


@pytest.mark.parametrize("target", [5, b"a.zip", True, object()])
def test_refuses_a_target_that_is_none(target: Any) -> None:
    api = Api()
    with pytest.raises(sinkove.ArgumentError, match="Download into memory, to a path or to a file"):
        api.client().datasets.download(ID, target)
    assert not api.requests
