"""Arguments that people pass: numbers of other libraries, records, slugs, dates, keys, paths."""

from __future__ import annotations

import contextlib
import decimal
import fractions
import json
import os
import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import sinkove
from sinkove._inputs import json_value, query_value, shown, written_time
from sinkove._record import read_record
from sinkove.exceptions import ArgumentError
from sinkove.generated import models

from .scripted_api import ID, KEY, URL, Api, dataset

SCHEMA = {"properties": {"prompt": {}, "seed": {"description": "page of a schema " * 200}}}
MODEL = {"id": ID, "slug": "chest-xray-v2", "argsSchema": SCHEMA}
OTHER_ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a18"


class Index:
    """An integer of another library, like ``numpy.int64``."""

    def __init__(self, value: int) -> None:
        self._value = value

    def __index__(self) -> int:
        return self._value


class Scalar:
    """A scalar or an array of another library, such as NumPy, pandas or torch."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def tolist(self) -> Any:
        return self._value


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def _disguised(value: Any) -> Any:
    """The same value in the types of other libraries."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return Index(value)
    if isinstance(value, float):
        return Scalar(value)
    if isinstance(value, list):
        return Scalar([_disguised(each) for each in value])
    return {name: _disguised(each) for name, each in value.items()}


@given(JSON)
def test_what_is_json_stays_as_it_is_in_any_disguise(value: Any) -> None:
    assert json_value("args", value) == value
    assert json.dumps(json_value("args", _disguised(value))) == json.dumps(value)


ANYTHING = st.recursive(
    st.from_type(object) | st.binary() | st.floats() | st.complex_numbers() | st.datetimes(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=5,
)


@given(ANYTHING)
def test_anything_else_is_refused_with_an_error_of_this_package(value: Any) -> None:
    for write in (json_value, query_value):
        with contextlib.suppress(ArgumentError):
            json.dumps(write("args", value), allow_nan=False)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"a": [float("nan")]}, "args.a is NaN or infinite"),
        ({"a": {"b": b"x"}}, "args.a.b is of type bytes, which JSON cannot represent. Pass text"),
        ({1: 2}, "A key of args is of type int. Pass text."),
        (1j, "args is of type complex"),
    ],
)
def test_an_error_names_the_part_that_is_wrong(value: Any, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        json_value("args", value)


def test_what_contains_itself_is_refused() -> None:
    value: list[Any] = []
    value.append(value)
    with pytest.raises(ArgumentError, match="contains itself"):
        json_value("args", value)


def test_a_number_of_too_many_digits_is_refused() -> None:
    with pytest.raises(ArgumentError, match="too many digits"):
        Api().client().datasets.create(ID, 1, {"seed": 10**5000})


@given(st.datetimes(timezones=st.timezones() | st.none()) | st.dates())
def test_a_moment_is_written_in_utc_or_refused(moment: date) -> None:
    text = ""
    with contextlib.suppress(ArgumentError):
        text = written_time("start", moment)
    assume(text)
    again = datetime.fromisoformat(text.replace("Z", "+00:00"))
    assert again.utcoffset() == timedelta(0)
    if isinstance(moment, datetime) and moment.tzinfo:
        assert again == moment.astimezone(timezone.utc)


class Timestamp(datetime):
    """A time without a zone, like a pandas Timestamp."""

    def astimezone(self, tz: Any = None) -> Any:
        raise TypeError("Cannot convert tz-naive Timestamp")

    def to_pydatetime(self, *, warn: bool) -> datetime:
        assert not warn
        return datetime.fromtimestamp(self.timestamp())


def test_a_moment_of_pandas_is_taken() -> None:
    moment = Timestamp(2026, 1, 2, 3, 4, 5)
    plain = datetime(2026, 1, 2, 3, 4, 5)
    assert written_time("start", moment) == written_time("start", plain)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Scalar(True), "true"),
        (Scalar(2.5), "2.5"),
        (Scalar("x"), "x"),
        (Scalar(date(2026, 1, 2)), "2026-01-02T00:00:00Z"),
        (decimal.Decimal("1.5"), "1.5"),
    ],
)
def test_scalars_of_other_libraries_are_taken_in_queries(value: Any, written: str) -> None:
    assert query_value("limit", value) == written


def test_numbers_of_other_libraries_are_taken_everywhere() -> None:
    api = Api(dataset(), [], dataset())
    client = api.client(
        timeout=Index(3), max_retries=Index(1), max_retry_wait=fractions.Fraction(5, 2)
    )
    number: Any = Index(7)
    client.datasets.create(ID, number, {"prompt": "x", "seed": number, "weights": Scalar([1, 2.5])})
    assert api.body(0)["numSamples"] == 7
    assert api.body(0)["args"] == {"prompt": "x", "seed": 7, "weights": [1, 2.5]}
    client.datasets.list(limit=number)
    assert api.requests[1].url.params["limit"] == "7"
    assert client.datasets.wait(ID, number, max_interval=number).state == "READY"


def test_a_list_is_indexed_by_any_integer() -> None:
    index: Any = Index(1)
    assert Api([{"id": "a"}, {"id": "b"}]).client().list_datasets()[index].id == "b"


@pytest.mark.parametrize("name", ["timeout", "max_retries", "max_retry_wait"])
@given(
    value=st.booleans()
    | st.text()
    | st.binary()
    | st.floats(max_value=-1)
    | st.complex_numbers()
    | st.lists(st.integers())
)
def test_a_limit_that_is_none_is_refused(name: str, value: Any) -> None:
    options: dict[str, Any] = {name: value}
    with pytest.raises(ArgumentError, match=f"{name} must be a"):
        sinkove.client(KEY, base_url=URL, **options)


# Records, ids and slugs

RECORDS: list[tuple[str, Any, Callable[[Any, Any], Any]]] = [
    ("dataset", sinkove.Dataset, lambda client, it: client.datasets.get(it)),
    ("dataset", sinkove.AsyncDataset, lambda client, it: client.datasets.download_url(it)),
    ("model", models.Model, lambda client, it: client.models.get(it)),
    ("api_key", models.ApiKey, lambda client, it: client.api_keys.get(it)),
    ("api_key", sinkove.IssuedApiKey, lambda client, it: client.api_keys.revoke(it)),
    ("organization", sinkove.Organization, lambda client, it: client.organizations.get(it)),
]


@pytest.mark.parametrize(("name", "kind", "call"), RECORDS)
def test_a_record_stands_for_its_id(name: str, kind: type, call: Any) -> None:
    api = Api({"id": ID})
    call(api.client(), read_record(kind, {"id": ID}))
    assert ID in api.requests[0].url.path


@pytest.mark.parametrize(("name", "kind", "call"), RECORDS)
def test_a_record_of_another_kind_is_refused(name: str, kind: type, call: Any) -> None:
    api = Api()
    wrong = read_record(
        models.Usage if name == "model" else models.Model, {"id": ID, "a": "x" * 999}
    )
    with pytest.raises(ArgumentError, match=rf"{name}_id is of type \w+\. Pass the id") as caught:
        call(api.client(), wrong)
    assert len(str(caught.value)) < 200
    assert not api.requests


def test_records_are_taken_in_bodies_and_queries() -> None:
    api = Api(dataset(), [], {"id": "k"})
    client = api.client()
    model = read_record(models.Model, MODEL)
    organization = read_record(sinkove.Organization, {"id": OTHER_ID})
    client.datasets.create(model, 1, {}, organization_id=organization)
    assert api.body(0) == {"modelId": ID, "organizationId": OTHER_ID, "numSamples": 1, "args": {}}
    client.datasets.list(model_id=model)
    assert api.requests[1].url.params["modelId"] == ID
    client.api_keys.create("ci", organization_ids=[organization, uuid.UUID(ID)])
    assert api.body(2)["organizationIds"] == [OTHER_ID, ID]


@pytest.mark.parametrize(
    "name", ["chest-xray-v2", ID, uuid.UUID(ID), read_record(models.Model, MODEL)]
)
def test_a_configuration_takes_a_model_in_every_form(name: Any) -> None:
    api = Api([MODEL], dataset())
    api.client().create_dataset({"model": name, "size": Index(3), "prompt": "x"})
    assert (api.body(1)["modelId"], api.body(1)["numSamples"]) == (ID, 3)


def test_a_slug_is_taken_wherever_a_model_is_and_asked_for_once() -> None:
    api = Api([MODEL], dataset(), [], {"id": ID}, dataset())
    client = api.client()
    client.datasets.create("chest-xray-v2", 1, {"prompt": "x"}, idempotency_key="mine")
    assert api.body(1)["modelId"] == ID
    assert [each.headers.get("idempotency-key") for each in api.requests] == [None, "mine"]
    client.datasets.list(model_id="chest-xray-v2")
    assert api.requests[2].url.params["modelId"] == ID
    assert client.models.get("chest-xray-v2").id == ID
    client.organizations.datasets(OTHER_ID).create("chest-xray-v2", 1, {})
    assert len(api.requests) == 5


@pytest.mark.anyio
async def test_a_slug_is_taken_by_a_client_that_awaits() -> None:
    api = Api([MODEL], dataset())
    transport = httpx.MockTransport(api)
    async with sinkove.async_client(KEY, base_url=URL, transport=transport) as client:
        await client.datasets.create("chest-xray-v2", 1, {"prompt": "x"})
    assert api.body(1)["modelId"] == ID


def test_an_id_costs_no_other_request() -> None:
    api = Api(dataset())
    api.client().datasets.create(ID, 1, {})
    assert len(api.requests) == 1


def test_a_model_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    many = [{**MODEL, "slug": f"model-{number}"} for number in range(400)]
    api = Api([MODEL, *many])
    with pytest.raises(ArgumentError, match=r"Did you mean chest-xray-v2\?") as caught:
        api.client().datasets.create("chest-xray-v3", 1, {})
    assert len(str(caught.value)) < 300
    assert [each.method for each in api.requests] == ["GET"]


# Configurations and options


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"model": ID, "size": 1, "seed": 7}, r'"args": {"seed": 7}'),
        ({"model": ID, "size": 1, "sed": 7}, r"cannot have 'sed'. Did you mean seed\?"),
        ({"model": ID, "size": 1, 5: 7}, "has the key 5. Its keys are text."),
        ({"model": ID, "sizes": 1}, r"has no size. Did you mean size\?"),
        ({"model": ID, "size": 1, "numSamples": 2}, "has size twice, once as 'numSamples'"),
        ({"model": ID, "size": 1, "args": "pneumonia"}, "args must be a dictionary"),
        ({"model": ID, "size": 1, "prompts": {"a": 1}}, "prompts must be a list of texts"),
        ({}, "has no model and no size"),
        ("chest-xray-v2", "The configuration must be a dictionary"),
        (None, "The configuration must be a dictionary"),
        ({"model": read_record(models.Usage, {}), "size": 1}, "There is no model"),
    ],
)
def test_an_error_of_a_configuration_says_what_to_write(config: Any, message: str) -> None:
    api = Api([MODEL])
    with pytest.raises(ArgumentError, match=message) as caught:
        api.client().create_dataset(config)
    assert "page of a schema" not in str(caught.value)
    assert len(str(caught.value)) < 300


@given(st.text() | st.lists(st.text()) | st.binary())
def test_a_piece_of_a_value_is_short_and_has_no_key(value: Any) -> None:
    assert len(shown(value)) <= 61
    assert KEY[14:] not in shown([KEY, value])


# Keys


@pytest.mark.parametrize(
    "given_key",
    [
        f"Bearer {KEY}",
        f"bearer   {KEY}\n",
        f"Authorization: Bearer {KEY}",
        KEY.encode(),
        bytearray(KEY.encode()),
        f"Bearer {KEY}".encode(),
    ],
)
@pytest.mark.parametrize("how", ["argument", "function", "variable"])
def test_a_key_is_taken_with_its_scheme_and_as_bytes(
    monkeypatch: pytest.MonkeyPatch, how: str, given_key: Any
) -> None:
    api = Api(dataset())
    key: Any = {"argument": given_key, "function": lambda: given_key, "variable": None}[how]
    if how == "variable":
        text = given_key if isinstance(given_key, str) else given_key.decode()
        monkeypatch.setenv("SINKOVE_API_KEY", text)
    api.client(key).dataset(ID)
    assert api.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("given_key", [5, [KEY], {"key": KEY}, Path(KEY)])
def test_a_key_that_is_no_text_is_refused_without_repeating_it(given_key: Any) -> None:
    with pytest.raises(sinkove.ApiKeyError, match="is of type") as caught:
        sinkove.client(given_key)
    assert "Example" not in str(caught.value)


@given(st.binary() | st.text())
def test_no_text_in_the_place_of_a_key_escapes_as_another_error(given_key: Any) -> None:
    with pytest.raises(sinkove.ApiKeyError):
        sinkove.client(given_key, base_url=URL)


# Paths


def test_a_path_begins_at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "a.zip").write_bytes(b"mine")
    found = Api(dataset()).client().dataset(ID)
    for path in ("~/a.zip", Path("~/a.zip"), f"~{os.sep}a.zip"):
        file = found.download(path, "skip")
        assert (file.path, file.skipped) == (str(tmp_path / "a.zip"), True)
