"""What resources need of their client, and the plans that are the same in both worlds."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, BinaryIO, TypeVar

from ._core import Core
from ._download import Download, DownloadProgress, download
from ._files import (
    DownloadedFile,
    FileSink,
    MemorySink,
    Sink,
    Strategy,
    StreamSink,
    existing_file,
    path_of,
)
from ._flow import Flow, Response
from ._lists import Pages
from ._misplaced_key import refuse_key, refuse_key_in
from ._operation import Operation
from ._options import RequestOptions
from ._warnings import stack_level_of_program
from .exceptions import ArgumentError
from .generated import models, operations

T = TypeVar("T")

last_response: ContextVar[Response | None] = ContextVar("sinkove_last_response", default=None)
"""Set by each call: what ``with_response`` hands out."""

_CONFIG = ("model", "prompts", "prompt", "size", "args", "organization_id")
_WIRE_CONFIG = {
    "modelId": "model",
    "model_id": "model",
    "numSamples": "size",
    "num_samples": "size",
}


def call(
    core: Core, operation: Operation, decode_with: Callable[[Any], T], options: RequestOptions
) -> Flow[T]:
    """Sends an operation; the answer is what it decodes to."""
    data, response = yield from core.call(operation, options)
    last_response.set(response)
    return decode_with(data)


def all_of(core: Core, operation: Operation, decode_with: Callable[[Any], T]) -> Flow[list[T]]:
    """Every item of a short list."""
    pages = Pages(core, operation, decode_with, {})
    items: list[T] = []
    yield from pages.rest(items, 10_000)
    return items


def resolve_config(core: Core, config: Mapping[str, Any]) -> Flow[Operation]:
    """The request for a configuration such as ``{"model", "prompts", "size"}``.

    The model may be named by its slug or its id. A model takes one prompt for all samples of a
    dataset: several are joined, each sample follows all of them, and a warning says so.
    """
    given = _named(config)
    models_ = yield from all_of(core, operations.list_models(), lambda data: data)
    model = _find(models_, given["model"])
    args = {**given.get("args", {}), **_prompts(given, model.get("argsSchema"))}
    organization_id = given.get("organization_id")
    return operations.create_dataset(
        model["id"], given["size"], args, organization_id=organization_id
    )


def _named(config: Mapping[str, Any]) -> dict[str, Any]:
    refuse_key_in("The configuration", dict(config))
    refuse_key("model", config.get("model"))
    given = {_WIRE_CONFIG.get(name, name): value for name, value in config.items()}
    if "organizationId" in given:
        given["organization_id"] = given.pop("organizationId")
    unknown = sorted(given.keys() - set(_CONFIG))
    missing = sorted({"model", "size"} - given.keys())
    if not unknown and not missing:
        return given
    faults = [f"{name} is unknown" for name in unknown] + [f"{name} is missing" for name in missing]
    raise ArgumentError(
        f"The configuration of the dataset is not right: {', '.join(faults)}."
        ' It has the form {"model": "chest-xray-v2", "prompts": ["cardiomegaly"], "size": 50}.'
    )


def _find(found: list[dict[str, Any]], name: object) -> dict[str, Any]:
    for model in found:
        if str(name) in (model.get("id"), model.get("slug")):
            return model
    slugs = ", ".join(str(model.get("slug")) for model in found)
    raise ArgumentError(f"There is no model {name}. There are: {slugs}.")


def _prompts(given: Mapping[str, Any], schema: object) -> dict[str, Any]:
    prompts = given.get("prompts", given.get("prompt"))
    if prompts is None:
        return {}
    listed = [prompts] if isinstance(prompts, str) else list(prompts)
    if not listed or not all(isinstance(each, str) for each in listed):
        raise ArgumentError('prompts must be a list of texts, such as ["cardiomegaly"].')
    properties = schema.get("properties", {}) if isinstance(schema, dict) else {}
    if "prompts" in properties:
        return {"prompts": listed}
    if len(listed) > 1:
        warnings.warn(
            "This model takes one prompt for all samples of a dataset: the prompts were joined, and"
            " each sample follows all of them. For samples of each, create a dataset for each.",
            UserWarning,
            stacklevel=stack_level_of_program(),
        )
    return {"prompt": "; ".join(listed)}


def fetch_file(
    core: Core,
    url: Callable[[RequestOptions], Flow[models.DatasetDownload]],
    target: str | os.PathLike[str] | BinaryIO | None,
    strategy: Strategy,
    on_progress: Callable[[DownloadProgress], Any],
    options: RequestOptions,
) -> Flow[bytes | DownloadedFile | None]:
    """Downloads to a path, to an open file, or (without a target) into memory."""
    if isinstance(target, (str, os.PathLike)):
        path = path_of(target)
        existing = existing_file(path, strategy)
        if existing:
            return existing

        def to_path(file: models.DatasetDownload) -> FileSink:
            return FileSink(path, strategy, file)

        written = yield from download(Download(core, url, to_path, on_progress, options))
        return written.result

    if target is not None and not hasattr(target, "write"):
        raise ArgumentError("Download into memory, to a path or to a file open for writing.")

    def to_stream(_file: models.DatasetDownload) -> Sink:
        return MemorySink() if target is None else StreamSink(target)

    sink = yield from download(Download(core, url, to_stream, on_progress, options))
    return bytes(sink.data) if isinstance(sink, MemorySink) else None
