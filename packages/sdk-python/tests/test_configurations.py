"""Configurations of datasets: valid values, and the errors for invalid ones."""

from __future__ import annotations

import uuid
import warnings
from pathlib import Path
from typing import Any

import pytest

import sinkove
from sinkove._record import read_record
from sinkove.exceptions import ArgumentError
from sinkove.generated import models

from .foreign_values import Index
from .scripted_api import ID, LONG_MODEL, MODEL, Api, dataset


@pytest.mark.parametrize(
    "name", ["chest-xray-v2", ID, uuid.UUID(ID), read_record(models.Model, LONG_MODEL)]
)
def test_a_configuration_takes_a_model_in_every_form(name: Any) -> None:
    api = Api([LONG_MODEL], dataset())
    api.client().create_dataset({"model": name, "size": Index(3), "prompt": "x"})
    assert (api.body(1)["modelId"], api.body(1)["numSamples"]) == (ID, 3)


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
        ({"model": ID, "size": 1, "prompts": ["a"], "prompt": "b"}, "has prompts and prompt. Pass"),
        (
            {"model": ID, "size": 1, "prompt": "a", "args": {"prompt": "b"}},
            r"has prompt and args\.prompt. Pass one of them",
        ),
        ({"model": ID, "size": 1, "args": []}, "args must be a dictionary"),
        ({}, "has no model and no size"),
        ("chest-xray-v2", "The configuration must be a dictionary"),
        (None, "The configuration must be a dictionary"),
        ({"model": read_record(models.Usage, {}), "size": 1}, "There is no model"),
    ],
)
def test_an_error_of_a_configuration_says_what_to_write(config: Any, message: str) -> None:
    api = Api([LONG_MODEL])
    with pytest.raises(ArgumentError, match=message) as caught:
        api.client().create_dataset(config)
    assert "page of a schema" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "given",
    [
        {"prompts": None, "prompt": "a"},
        {"prompt": None, "prompts": "a"},
        {"args": {"prompt": "a"}},
        {"prompts": None, "args": {"prompt": "a"}},
        {"prompts": ("a",), "args": None},
    ],
)
def test_a_prompt_is_sent_wherever_it_is_given(given: Any) -> None:
    api = Api([LONG_MODEL], dataset())
    api.client().create_dataset({"model": ID, "size": 1, **given})
    assert api.body(1)["args"] == {"prompt": "a"}


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
        ({"model": "m"}, "has no size"),
        ({"model": "m", "size": 1, "promts": []}, "'promts'. Did you mean prompts"),
        (
            {"model": "other", "size": 1},
            "no model 'other'. The models of this key are: chest-xray-v2",
        ),
        ({"model": "m", "size": 1, "prompts": [1]}, "list of texts"),
    ],
)
def test_tells_what_is_wrong_with_a_configuration(config: dict[str, Any], words: str) -> None:
    with pytest.raises(sinkove.ArgumentError, match=words):
        Api([MODEL]).client().create_dataset(config)
