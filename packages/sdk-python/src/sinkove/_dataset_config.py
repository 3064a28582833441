"""Creates datasets from configurations such as ``{"model": …, "prompts": […], "size": 50}``."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ._core import Core
from ._effects import Effects
from ._inputs import shown, suggestion
from ._json_types import is_mapping, is_object, is_sequence
from ._misplaced_key import refuse_key, refuse_key_in
from ._model_slugs import find_model
from ._operation import Operation
from ._options import Id, RequestOptions
from ._warnings import stack_level_of_program
from .exceptions import ArgumentError
from .generated import models, operations


class DatasetConfig(TypedDict, total=False):
    """The argument of ``create_dataset``. ``model`` and ``size`` are required."""

    model: Id | models.Model
    """The model's slug, its id or the ``Model``."""
    size: int
    """How many images to generate."""
    prompts: str | Sequence[str]
    """What the images show. Several prompts are joined, unless the model takes a list."""
    prompt: str
    """A single prompt, instead of ``prompts``."""
    args: Mapping[str, Any]
    """The model's other arguments, such as ``{"seed": 7}``."""
    organization_id: Id | models.Organization
    """The organization that pays. Only needed if the key can access several organizations."""


_MEMBERS = ("model", "prompts", "prompt", "size", "args", "organization_id")
_OTHER_NAMES = {
    "modelId": "model",
    "model_id": "model",
    "numSamples": "size",
    "num_samples": "size",
    "organizationId": "organization_id",
}
_FORM = 'It has the form {"model": "chest-xray-v2", "prompts": ["cardiomegaly"], "size": 50}.'


def resolve_config(
    core: Core, config: Mapping[str, Any], options: RequestOptions
) -> Effects[Operation]:
    """The request for a configuration.

    The model may be its slug, its id or the ``Model``. A model takes one prompt for all samples of
    a dataset: several prompts are joined, each sample follows all of them, and a warning says so.
    """
    given = _named(config)
    _require(given, "model", "size")
    args: Any = given.get("args")
    args = {} if args is None else args
    if not is_mapping(args):
        raise ArgumentError(f'args must be a dictionary such as {{"seed": 7}}, not {shown(args)}.')
    prompts = _prompts(given, args)
    model = yield from find_model(core, given["model"], options)
    schema = model.get("argsSchema")
    properties = schema.get("properties") if is_object(schema) else None
    takes = properties if is_object(properties) else {}
    _refuse_unknown(given, takes)
    return operations.create_dataset(
        str(model["id"]),
        given["size"],
        {**args, **_as_arguments(prompts, takes)},
        organization_id=given.get("organization_id"),
    )


def _named(config: object) -> dict[str, Any]:
    if not is_mapping(config):
        raise ArgumentError(f"The configuration must be a dictionary. {_FORM}")
    refuse_key_in("The configuration", dict(config))
    refuse_key("model", config.get("model"))
    given: dict[str, Any] = {}
    for name, value in config.items():
        if not isinstance(name, str):
            raise ArgumentError(f"The configuration has the key {shown(name)}. Its keys are text.")
        known = _OTHER_NAMES.get(name) or name
        if known in given:
            raise ArgumentError(f"The configuration has {known} twice, once as {shown(name)}.")
        given[known] = value
    return given


def _require(given: Mapping[str, Any], *names: str) -> None:
    missing = [name for name in names if given.get(name) is None]
    if not missing:
        return
    close = "".join(suggestion(str(name), missing) for name in given if name not in _MEMBERS)
    raise ArgumentError(f"The configuration has no {' and no '.join(missing)}.{close} {_FORM}")


def _refuse_unknown(given: Mapping[str, Any], takes: Mapping[str, Any]) -> None:
    unknown = [name for name in given if name not in _MEMBERS]
    if not unknown:
        return
    name = unknown[0]
    if name in takes:
        raise ArgumentError(
            f"{name} is an argument of the model. Put it into args:"
            f' "args": {{"{name}": {shown(given[name])}}}.'
        )
    members = ", ".join(_MEMBERS)
    hint = suggestion(str(name), [*_MEMBERS, *takes])
    raise ArgumentError(
        f"The configuration cannot have {shown(name)}.{hint} It can have {members}."
    )


def _prompts(given: Mapping[str, Any], args: Mapping[str, Any]) -> list[str]:
    """The prompts, which may have been given in one place only: none of them is ignored."""
    places = [name for name in ("prompts", "prompt") if given.get(name) is not None]
    doubled = [*places, *(f"args.{name}" for name in ("prompts", "prompt") if name in args)]
    if places and len(doubled) > 1:
        raise ArgumentError(f"The configuration has {' and '.join(doubled)}. Pass one of them.")
    if not places:
        return []
    prompts = given[places[0]]
    listed: Any = [prompts] if isinstance(prompts, str) else prompts
    if not is_sequence(listed) or not listed or not all(isinstance(each, str) for each in listed):
        raise ArgumentError('prompts must be a list of texts, such as ["cardiomegaly"].')
    return list(listed)


def _as_arguments(prompts: list[str], takes: Mapping[str, Any]) -> dict[str, Any]:
    """The prompts as the arguments of a model."""
    if not prompts:
        return {}
    if "prompts" in takes:
        return {"prompts": prompts}
    if len(prompts) > 1:
        warnings.warn(
            "This model takes one prompt for all samples of a dataset: the prompts were joined, and"
            " each sample follows all of them. To get samples for each prompt, create a dataset for"
            " each.",
            UserWarning,
            stacklevel=stack_level_of_program(),
        )
    return {"prompt": "; ".join(prompts)}
