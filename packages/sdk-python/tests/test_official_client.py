"""Programs for the official client, sinkove-sdk 0.1.2: their imports and calls work."""

from __future__ import annotations

import importlib
import inspect
import json
import subprocess
import sys
from uuid import UUID

import httpx
import pytest

import sinkove
from sinkove.connector.connector import Connector
from sinkove.datasets.client import Dataset, DatasetClient
from sinkove.datasets.metadata import Metadata, State
from sinkove.organizations.client import OrganizationClient

from .places import PACKAGE, environment
from .scripted_api import ID, KEY, URL, Api, dataset

ORGANIZATION = {"id": ID, "name": "Radiology"}

# Each public name of each of its modules, with the parameters of functions that programs call.
NAMES: dict[str, dict[str, list[str] | None]] = {
    "sinkove": {"Client": ["organization_id", "api_key"]},
    "sinkove.client": {"Client": ["organization_id", "api_key"]},
    "sinkove.connector.connector": {"Connector": ["api_key"]},
    "sinkove.datasets.client": {"Dataset": None, "DatasetClient": ["conn", "organization_id"]},
    "sinkove.datasets.metadata": {"Metadata": None, "State": None},
    "sinkove.organizations.client": {"Organization": None, "OrganizationClient": ["conn"]},
}
METHODS: dict[str, dict[str, list[str]]] = {
    "DatasetClient": {
        "list": [],
        "create": ["model_id", "num_samples", "args"],
        "get": ["dataset_id"],
    },
    "Dataset": {
        "download": ["output_file", "strategy", "wait", "timeout"],
        "wait": ["timeout"],
        "_reload_metadata": [],
    },
    "OrganizationClient": {"list": [], "get": ["organization_id"]},
    "Connector": {"make_request": ["endpoint", "method", "params", "data"]},
}


@pytest.mark.parametrize("module", NAMES)
def test_has_each_module_with_its_names(module: str) -> None:
    found = importlib.import_module(module)
    for name, parameters in NAMES[module].items():
        value = getattr(found, name)
        if parameters is not None:
            assert list(inspect.signature(value).parameters)[: len(parameters)] == parameters
        for method, taken in METHODS.get(name, {}).items():
            signature = inspect.signature(getattr(value, method))
            assert list(signature.parameters)[1 : len(taken) + 1] == taken, method


@pytest.mark.parametrize(
    "program",
    [
        "import sinkove; import sinkove.client; c = sinkove.client(KEY)",
        "from sinkove.client import Client; import sinkove as sk; c = sk.client(KEY)",
        "import sinkove as sk; sk.client; import sinkove.client; c = sk.client(KEY)",
        "from sinkove import client; c = client(KEY)",
        "from sinkove import client; from sinkove.client import Client; c = client(KEY)",
    ],
)
def test_the_module_client_and_the_function_client_are_one(program: str) -> None:
    text = f"KEY = {KEY!r}\n{program}\nprint(type(c).__name__)"
    told = subprocess.check_output(
        [sys.executable, "-c", text],
        env=environment(PYTHONPATH=str(PACKAGE / "src"), SINKOVE_API_URL=URL),
        text=True,
    )
    assert told == "Sinkove\n"


def connector(api: Api) -> Connector:
    return Connector(KEY, base_url=URL, transport=httpx.MockTransport(api))


def test_a_dataset_client_is_made_of_a_connector() -> None:
    api = Api([dataset()], dataset())
    datasets = DatasetClient(connector(api), UUID(ID))
    (found,) = datasets.list()
    assert isinstance(found, Dataset)
    assert isinstance(found.metadata, Metadata)
    state: State = found.state
    assert state == "READY"
    datasets.create(UUID(ID), 1, {"prompt": "x"})
    assert {each.url.path for each in api.requests} == {f"/v1/organizations/{ID}/datasets"}


def test_an_organization_client_is_made_of_a_connector() -> None:
    api = Api([ORGANIZATION], ORGANIZATION, [dataset()])
    client = OrganizationClient(connector(api))
    assert [each.organization_name for each in client.list()] == ["Radiology"]
    assert len(client.get(UUID(ID)).datasets.list()) == 1


def test_a_connector_sends_any_request() -> None:
    api = Api([ORGANIZATION], dataset(), {"id": "other"})
    conn = connector(api)
    assert conn.make_request("/v1/organizations") == [ORGANIZATION]
    assert conn.make_request(f"v1/organizations/{ID}/datasets", "POST", data={"a": 1})
    assert conn.make_request("/datasets/d", params={"limit": 5})
    sent = [(each.method, each.url.raw_path.decode()) for each in api.requests]
    assert sent == [
        ("GET", "/v1/organizations"),
        ("POST", f"/v1/organizations/{ID}/datasets"),
        ("GET", "/v1/datasets/d?limit=5"),
    ]
    for endpoint in ("/v1/../me", "/v1/datasets/{id}", "", "/v1/datasets?x=1", f"/v1/{KEY}"):
        with pytest.raises(sinkove.ArgumentError):
            conn.make_request(endpoint)
    assert len(api.requests) == 3


def test_what_differs_is_as_the_guide_says() -> None:
    api = Api([dataset(), dataset()])
    found = api.client().list_datasets()
    assert isinstance(found[0].id, str)
    assert UUID(found[0].id) == UUID(ID)
    assert not isinstance(found, list)
    assert isinstance(found.all(), list)
    assert list(found) == found.all()
    assert json.loads(json.dumps([each.id for each in found])) == [ID, ID]
    assert not hasattr(connector(Api()), "api_key")
    assert connector(Api()).base_url == f"{URL}/v1"
