"""Copied, pickled and hand-made datasets, organizations and errors."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove
from sinkove._record import read_record

from .scripted_api import ID, KEY, URL, Api, dataset

ORGANIZATION = {"id": ID, "name": "Radiology", "credits": 5, "role": "owner"}
METHODS: dict[str, Callable[[Any], Any]] = {
    "ready": lambda found: found.ready(),
    "reload": lambda found: found.reload(),
    "wait": lambda found: found.wait(),
    "download": lambda found: found.download("a.zip"),
    "save": lambda found: found.save("a.zip"),
    "delete": lambda found: found.delete(),
}


def awaiting(api: Api) -> sinkove.AsyncSinkove:
    return sinkove.async_client(KEY, base_url=URL, transport=httpx.MockTransport(api))


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_a_copy_keeps_its_client_and_is_another_object(copied: Any) -> None:
    api = Api(dataset("STARTED"), dataset("READY"))
    found = api.client().dataset(ID)
    again = copied(found)
    assert again.reload().state == "READY"
    assert found.state == "STARTED"
    assert again == again.reload.__self__
    assert copied(Api(ORGANIZATION).client().organizations.get(ID)).datasets


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize(
    "made",
    [
        lambda found: pickled(found),
        lambda found: copy.deepcopy(pickled(found)),
        lambda found: dataclasses.replace(found, num_samples=5),
        lambda _: read_record(sinkove.Dataset, dataset()),
    ],
)
def test_a_dataset_without_a_client_says_how_to_attach_it(name: str, made: Any) -> None:
    found = made(Api(dataset()).client().dataset(ID))
    with pytest.raises(sinkove.ConfigurationError, match=r"Attach it: dataset\.attach\(client\)"):
        METHODS[name](found)
    assert (found.id, found.state) == (ID, "READY")


@pytest.mark.anyio
@pytest.mark.parametrize("name", METHODS)
async def test_a_dataset_that_is_awaited_says_so_too(name: str) -> None:
    found = pickled(read_record(sinkove.AsyncDataset, dataset()))
    with pytest.raises(sinkove.ConfigurationError, match=r"Attach it: dataset\.attach\(client\)"):
        await METHODS[name](found)


def test_an_organization_without_a_client_says_how_to_attach_it() -> None:
    found = pickled(Api(ORGANIZATION).client().organizations.get(ID))
    with pytest.raises(sinkove.ConfigurationError, match=r"organization\.attach\(client\)"):
        _ = found.datasets
    api = Api([])
    assert list(found.attach(api.client()).datasets.list()) == []
    assert ID in api.requests[0].url.path


def test_an_attached_dataset_uses_that_client() -> None:
    api = Api(dataset("STARTED"))
    found = pickled(Api(dataset()).client().dataset(ID)).attach(api.client())
    assert len(api.requests) == 0
    assert found.reload().state == "STARTED"


@pytest.mark.anyio
async def test_a_dataset_that_is_awaited_is_attached_to_a_client_that_awaits() -> None:
    api = Api(dataset(), dataset("STARTED"))
    client = awaiting(api)
    found = pickled(await client.dataset(ID)).attach(client)
    assert (await found.reload()).state == "STARTED"


@pytest.mark.parametrize("client", [None, 5, KEY, awaiting(Api())])
def test_what_is_no_client_of_the_same_kind_is_refused(client: Any) -> None:
    found = read_record(sinkove.Dataset, dataset())
    with pytest.raises(sinkove.ArgumentError, match="is not a client") as caught:
        found.attach(client)
    assert KEY not in str(caught.value)


@given(
    state=st.sampled_from(["FAILED", "EXPIRED"]),
    reason=st.none() | st.text(),
    samples=st.integers(),
)
def test_an_error_of_a_dataset_keeps_it(state: str, reason: str | None, samples: int) -> None:
    told = {
        "id": ID,
        "numSamples": samples,
        "metadata": {"state": state, "progress": 3, "failureReason": reason},
    }
    api = Api(told, told)
    with pytest.raises(sinkove.DatasetError) as caught:
        api.client().datasets.wait(ID)
    for again in (pickled(caught.value), copy.copy(caught.value), copy.deepcopy(caught.value)):
        assert str(again) == str(caught.value)
        assert (again.dataset.id, again.dataset.state) == (ID, state)
        assert again.dataset.num_samples == samples
        assert KEY not in repr(vars(again))
    assert pickled(caught.value).dataset.attach(api.client()).reload().state == state


@pytest.mark.parametrize("take", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_list_says_what_to_copy_or_pickle_instead(take: Callable[[object], object]) -> None:
    with pytest.raises(TypeError, match=r"Copy or pickle list\(datasets\)"):
        take(Api([dataset()]).client().list_datasets())
