"""What an editor, or a notebook, shows of the clients: completions, types and docstrings."""

from __future__ import annotations

import jedi
import pytest

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


def test_knows_what_a_method_returns() -> None:
    [dataset] = script("client.datasets.get('id')").infer()
    assert dataset.full_name == "sinkove._objects.Dataset"
    [usage] = script("client.usage()").infer()
    assert usage.full_name == "sinkove.generated.models.Usage"
