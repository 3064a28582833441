"""Records, ids and slugs as arguments."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import sinkove
from sinkove._operation import Operation
from sinkove._record import read_record
from sinkove.exceptions import ArgumentError, ResponseError
from sinkove.generated import models

from .scripted_api import ID, KEY, LONG_MODEL, URL, Api, dataset

OTHER_ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a18"

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
    model = read_record(models.Model, LONG_MODEL)
    organization = read_record(sinkove.Organization, {"id": OTHER_ID})
    client.datasets.create(model, 1, {}, organization_id=organization)
    assert api.body(0) == {"modelId": ID, "organizationId": OTHER_ID, "numSamples": 1, "args": {}}
    client.datasets.list(model_id=model)
    assert api.requests[1].url.params["modelId"] == ID
    client.api_keys.create("ci", organization_ids=[organization, uuid.UUID(ID)])
    assert api.body(2)["organizationIds"] == [OTHER_ID, ID]


def test_a_slug_is_taken_wherever_a_model_is_and_asked_for_once() -> None:
    api = Api([LONG_MODEL], dataset(), [], {"id": ID}, dataset())
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
    api = Api([LONG_MODEL], dataset())
    transport = httpx.MockTransport(api)
    async with sinkove.async_client(KEY, base_url=URL, transport=transport) as client:
        await client.datasets.create("chest-xray-v2", 1, {"prompt": "x"})
    assert api.body(1)["modelId"] == ID


def test_an_id_costs_no_other_request() -> None:
    api = Api(dataset())
    api.client().datasets.create(ID, 1, {})
    assert len(api.requests) == 1


def test_a_model_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    many = [{**LONG_MODEL, "slug": f"model-{number}"} for number in range(400)]
    api = Api([LONG_MODEL, *many])
    with pytest.raises(ArgumentError, match=r"Did you mean chest-xray-v2\?") as caught:
        api.client().datasets.create("chest-xray-v3", 1, {})
    assert len(str(caught.value)) < 300
    assert [each.method for each in api.requests] == ["GET"]


def test_only_an_id_in_the_path_is_the_id_of_the_response() -> None:
    client = Api({"id": OTHER_ID}, {"id": OTHER_ID}).client()
    model = client.models._send(
        Operation("GET", "/models/{slug}", params={"slug": "chest"}), models.Model, {}
    )
    assert model.id == OTHER_ID
    with pytest.raises(ResponseError, match="another id than the request"):
        client.models.get(ID)
