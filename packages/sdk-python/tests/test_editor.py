"""Completions, types and docstrings of the clients in an editor or a notebook."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

import jedi
import pytest

import sinkove
from sinkove import resources

from .places import PACKAGE

HEAD = """
import sinkove

client = sinkove.Sinkove()
async_client = sinkove.AsyncSinkove()
"""


PROJECT = jedi.Project(PACKAGE, added_sys_path=[str(PACKAGE / "src")])


def script(line: str) -> jedi.Script:
    return jedi.Script(HEAD + line, project=PROJECT)


@pytest.mark.parametrize("client", ["client", "async_client"])
def test_completes_resources_and_methods(client: str) -> None:
    resources = {each.name for each in script(f"{client}.").complete()}
    assert {"api_keys", "datasets", "models", "organizations", "me", "usage"} <= resources
    methods = {each.name for each in script(f"{client}.datasets.").complete()}
    assert {"list", "create", "get", "delete", "download_url", "wait", "download"} <= methods


@pytest.mark.parametrize("client", ["client", "async_client"])
def test_completes_arguments_with_their_limits(client: str) -> None:
    arguments = {each.name for each in script(f"{client}.datasets.list(").complete()}
    assert {"state=", "model_id=", "created_after=", "limit="} <= arguments
    [signature] = script(f"{client}.datasets.create(").get_signatures()
    assert [each.name for each in signature.params[:3]] == ["model_id", "num_samples", "args"]
    docstring = " ".join(signature.docstring().split())
    assert "num_samples: How many samples" in docstring
    assert "1 to 1000." in docstring
    assert "Raises: InsufficientCreditsError" in docstring


def test_types_an_argument_by_the_values_that_it_can_have() -> None:
    [signature] = script("client.datasets.list(").get_signatures()
    [state] = [each for each in signature.params if each.name == "state"]
    assert "DatasetState" in state.description
    told = " ".join(signature.docstring().split())
    assert "One of ``PENDING``, ``STARTED``, ``READY``, ``FAILED``, ``EXPIRED``." in told


OPTIONS = {"timeout=", "total_timeout=", "max_retries=", "max_retry_wait=", "headers="}
CLIENT_OPTIONS = OPTIONS | {"base_url=", "transport=", "verify=", "on_retry=", "runtime="}


@pytest.mark.parametrize("kind", ["sinkove.", "sinkove.Async"])
@pytest.mark.parametrize("name", ["Sinkove(", "Client("])
def test_completes_the_options_of_a_client(kind: str, name: str) -> None:
    assert {each.name for each in script(f"{kind}{name}").complete()} >= CLIENT_OPTIONS


@pytest.mark.parametrize("client", ["client", "async_client"])
@pytest.mark.parametrize("call", ["me(", "datasets.get(", "datasets.create(", "models.list("])
def test_completes_the_options_of_a_call(client: str, call: str) -> None:
    assert {each.name for each in script(f"{client}.{call}").complete()} >= OPTIONS


PUBLIC = [
    sinkove.Sinkove,
    sinkove.AsyncSinkove,
    sinkove.Client,
    sinkove.AsyncClient,
    sinkove.client,
    sinkove.async_client,
    sinkove.Dataset,
    sinkove.AsyncDataset,
    *(getattr(resources, name) for name in resources.__all__),
]


def methods_of(owner: object) -> Iterator[Callable[..., object]]:
    if inspect.isfunction(owner):
        yield owner
        return
    for name, found in inspect.getmembers(owner, inspect.isfunction):
        if not name.startswith("_") or name == "__init__":
            yield found


@pytest.mark.parametrize("owner", PUBLIC, ids=lambda each: each.__name__)
def test_help_shows_each_option_by_its_name(owner: object) -> None:
    for method in methods_of(owner):
        for parameter in inspect.signature(method).parameters.values():
            # with_response passes its arguments on to the given method.
            is_known = method.__name__ == "with_response" or parameter.name == "_"
            assert is_known or parameter.kind is not parameter.VAR_KEYWORD, method.__qualname__


def test_knows_what_a_method_returns() -> None:
    [dataset] = script("client.datasets.get('id')").infer()
    assert dataset.full_name == "sinkove.datasets.dataset.Dataset"
    [usage] = script("client.usage()").infer()
    assert usage.full_name == "sinkove.generated.models.Usage"
