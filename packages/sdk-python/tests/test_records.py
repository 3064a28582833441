"""Record fields have the types in their annotations, for any response of a server."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove
from sinkove import models
from sinkove._record import Record, read_record

from .scripted_api import ID, Api, dataset

json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=8,
)
# The JSON types that each field allows.
ACCOUNT: dict[str, Any] = {
    "id": str,
    "name": str,
    "email": (str, type(None)),
    "email_verified": bool,
    "created_at": (str, type(None)),
    "rate_limit": models.RateLimit,
}
JSON_NAMES = ["id", "name", "email", "emailVerified", "createdAt", "rateLimit", "colour"]


@given(st.dictionaries(st.sampled_from(JSON_NAMES) | st.text(), json_values))
def test_a_field_has_its_type_or_cannot_be_read(data: dict[str, Any]) -> None:
    account = read_record(models.Account, {**data, "__class__": "x", "__eq__": 1})
    assert type(account) is models.Account
    for name, kind in ACCOUNT.items():
        if hasattr(account, name):
            assert isinstance(getattr(account, name), kind)
        else:
            with pytest.raises(sinkove.FieldError, match=f"has no {name}"):
                getattr(account, name)
    assert len(repr(account)) < 300
    assert account == copy.copy(account) == pickle.loads(pickle.dumps(account))
    assert sinkove.raw_of(account)["__eq__"] == 1


@given(json_values)
def test_nested_records_and_lists_are_checked_too(data: Any) -> None:
    me = read_record(models.Me, {"apiKey": data, "organizations": data})
    key, organizations = getattr(me, "api_key", None), getattr(me, "organizations", [])
    assert key is None or isinstance(key, models.ApiKey)
    assert all(isinstance(each, models.Organization) for each in organizations)


def test_a_record_can_be_used_without_the_fields_that_are_missing() -> None:
    # As the current service responds: an organization has only an id and a name.
    found = Api([{"id": ID, "name": "Radiology"}]).client().organizations.list()[0]
    assert (found.name, found.organization_name) == ("Radiology", "Radiology")
    with pytest.raises(sinkove.FieldError, match=r"This Organization has no credits\. The server"):
        _ = found.credits
    assert getattr(found, "credits", 0) == 0


def test_a_property_of_a_missing_field_names_the_field() -> None:
    found = Api([{"id": ID}]).client().organizations.list()[0]
    with pytest.raises(sinkove.FieldError, match="has no name"):
        _ = found.organization_name


def test_an_attribute_that_no_record_has_is_an_ordinary_error() -> None:
    found = read_record(models.RateLimit, {})
    with pytest.raises(
        AttributeError, match="'RateLimit' object has no attribute 'colour'"
    ) as caught:
        _ = found.colour  # type: ignore[attr-defined]
    assert not isinstance(caught.value, sinkove.SinkoveError)


def test_new_members_and_new_values_of_enums_are_kept() -> None:
    sent = dataset("PAUSED", colour="blue")
    found = Api(sent).client().dataset(ID)
    assert (found.state, found.status) == ("PAUSED", "paused")
    assert found.colour == "blue"  # type: ignore[attr-defined]
    assert found.raw == sent


@pytest.mark.parametrize("metadata", [None, {}, "READY", {"state": 5, "progress": "7"}])
def test_a_dataset_without_a_state_has_an_unknown_one(metadata: Any) -> None:
    found = Api({**dataset(), "metadata": metadata}).client().dataset(ID)
    assert (found.state, found.progress, found.finished) == ("UNKNOWN", 0, False)
    assert ID in repr(found)


def test_whole_numbers_are_integers_however_json_writes_them() -> None:
    limit = read_record(models.RateLimit, {"limit": 5.0, "windowSeconds": 60})
    assert (limit.limit, type(limit.limit)) == (5, int)
    assert not hasattr(read_record(models.RateLimit, {"limit": 5.5}), "limit")
    assert not hasattr(read_record(models.RateLimit, {"limit": True}), "limit")


@pytest.mark.parametrize(
    ("given_fields", "message"),
    [
        ({"limit": "5"}, "limit of a RateLimit must be of the type int"),
        ({"limit": None}, "limit of a RateLimit must be of the type int"),
        ({"window_seconds": True}, "window_seconds of a RateLimit must be of the type int"),
    ],
)
def test_a_record_that_is_made_by_hand_is_checked(
    given_fields: dict[str, Any], message: str
) -> None:
    fields: dict[str, Any] = {"limit": 5, "window_seconds": 60}
    assert models.RateLimit(**fields) == models.RateLimit(**fields)
    with pytest.raises(sinkove.ArgumentError, match=message):
        models.RateLimit(**{**fields, **given_fields})


def test_every_type_of_the_contract_can_be_checked() -> None:
    kinds = [each for each in vars(models).values() if isinstance(each, type)]
    records = [each for each in kinds if issubclass(each, Record)]
    assert len(records) > 20
    for kind in records:
        assert set(vars(read_record(kind, {}))) <= {"_json", *kind.__dataclass_fields__}  # type: ignore[attr-defined]


def test_a_client_of_an_organization_says_when_its_name_is_known() -> None:
    client = sinkove.AsyncClient(
        ID, "sinkove_test_ExampleExampleExampleExample01232CnkCL", base_url="http://127.0.0.1:9"
    )
    with pytest.raises(sinkove.FieldError, match="Await the client first"):
        _ = client.name


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
