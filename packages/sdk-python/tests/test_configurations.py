"""Configurations of datasets: valid values, and the errors for invalid ones."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from sinkove._record import read_record
from sinkove.exceptions import ArgumentError
from sinkove.generated import models

from .foreign_values import Index
from .scripted_api import ID, LONG_MODEL, Api, dataset


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
