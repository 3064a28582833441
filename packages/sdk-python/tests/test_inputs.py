"""Arguments that people pass: numbers of other libraries, texts, moments, limits."""

from __future__ import annotations

import contextlib
import decimal
import fractions
import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import sinkove
from sinkove._inputs import json_value, query_value, shown, written_time
from sinkove.exceptions import ArgumentError

from .foreign_values import Index, Scalar
from .scripted_api import ID, KEY, URL, Api, dataset

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


@pytest.mark.parametrize("name", ["dataset_id", "created_after", "state", "limit"])
def test_a_number_of_too_many_digits_is_refused_everywhere(name: str) -> None:
    client = Api().client()
    call: Any = client.dataset if name == "dataset_id" else client.datasets.list
    with pytest.raises(ArgumentError, match=f"{name} (is of type int|has too many digits)"):
        call(**{name: 10**5000})


@pytest.mark.parametrize("changes", ["Radiology", 5, ["name"], {1: "a"}, [("name", "a")], object()])
def test_changes_are_a_dictionary(changes: Any) -> None:
    client = Api().client()
    for update in (client.organizations.update, client.api_keys.update):
        with pytest.raises(ArgumentError, match="must be a dictionary whose keys are text"):
            update(ID, changes)


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


@given(st.text() | st.lists(st.text()) | st.binary())
def test_a_piece_of_a_value_is_short_and_has_no_key(value: Any) -> None:
    assert len(shown(value)) <= 61
    assert KEY[14:] not in shown([KEY, value])
