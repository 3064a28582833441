"""Both clients have a method for every operation that accepts an API key."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx

import sinkove
from sinkove import resources
from sinkove._base_resource import BaseResource
from sinkove.exceptions import error_class_of

from .places import BUNDLE

KEY = "sinkove_test_0bCnOzaBmNyZAlMxY9kLwX8jKvW7iJuV2ZV42I"
URL = "http://127.0.0.1:9"
ID = "01939ae2-4c1e-7d0a-8f51-0a4f4c7d9b21"


def operations_with_an_api_key() -> set[tuple[str, str]]:
    """All operations except those for sessions only, and the download by URL."""
    paths = json.loads(BUNDLE.read_text("utf-8"))["paths"]
    return {
        (method.upper(), re.sub(r"\{\w+\}", "{}", path))
        for path, item in paths.items()
        for method, operation in item.items()
        if method != "parameters" and any("apiKey" in each for each in operation["security"])
    }


def paths_of_lists() -> set[str]:
    """The paths whose GET responds with a JSON array."""
    document = json.loads(BUNDLE.read_text("utf-8"))
    responses = document["components"]["responses"]

    def is_list(operation: dict[str, Any]) -> bool:
        name = operation["responses"]["200"]["$ref"].rsplit("/", 1)[-1]
        content = responses[name]["content"].get("application/json", {})
        return bool(content.get("schema", {}).get("type") == "array")

    return {
        re.sub(r"\{\w+\}", "{}", path)
        for path, item in document["paths"].items()
        if "get" in item and is_list(item["get"])
    }


PATHS_OF_LISTS = paths_of_lists()


class Recorder:
    """Responds to every request, and records its target."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, str]] = set()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/v1").replace(ID, "{}")
        self.seen.add((request.method, path))
        if request.method == "DELETE":
            return httpx.Response(204)
        is_list = request.method == "GET" and path in PATHS_OF_LISTS
        return httpx.Response(200, json=[] if is_list else {})


def methods_of(owner: BaseResource) -> Iterator[Callable[..., Any]]:
    """The generated methods of a resource and of the resources that it leads to."""
    kinds = [kind for kind in type(owner).__mro__ if ".generated." in kind.__module__]
    for kind in kinds:
        for name, found in vars(kind).items():
            if name.startswith("_"):
                continue
            method = getattr(owner, name)
            if found.__annotations__["return"] in resources.__all__:
                yield from methods_of(method(ID))
            else:
                yield method


def methods_of_the_client(client: Any) -> Iterator[Callable[..., Any]]:
    resources = [value for value in vars(client).values() if isinstance(value, BaseResource)]
    for owner in [client, *resources]:
        yield from methods_of(owner)


def call(method: Callable[..., Any]) -> Any:
    """Calls a method with its required arguments."""
    given = {"Id": ID, "str": "x", "int": 1}
    dictionary = {"name": "x"}
    parameters = inspect.signature(method).parameters.values()
    needed = [each for each in parameters if each.default is each.empty]
    return method(*(given.get(each.annotation.split(" | ")[0], dictionary) for each in needed))


def test_each_is_a_method_of_the_client_that_blocks() -> None:
    recorder = Recorder()
    transport = httpx.MockTransport(recorder)
    with sinkove.client(KEY, base_url=URL, transport=transport) as client:
        for method in methods_of_the_client(client):
            call(method)
    assert recorder.seen == operations_with_an_api_key()


def test_each_is_a_method_of_the_client_that_awaits() -> None:
    recorder = Recorder()

    async def run() -> None:
        transport = httpx.MockTransport(recorder)
        async with sinkove.async_client(KEY, base_url=URL, transport=transport) as client:
            for method in methods_of_the_client(client):
                await call(method)

    asyncio.run(run())
    assert recorder.seen == operations_with_an_api_key()


def statuses_of_the_contract() -> dict[str, int]:
    """The status of each error code in the contract's examples."""
    examples = json.loads(BUNDLE.read_text("utf-8"))["components"]["examples"].values()
    problems = [each["value"] for each in examples if isinstance(each.get("value"), dict)]
    return {each["code"]: each["status"] for each in problems if "code" in each}


def test_docstrings_name_the_exception_that_each_code_is_raised_as() -> None:
    statuses = statuses_of_the_contract()
    docstrings = [
        method.__doc__ or ""
        for kind in (resources.ApiKeys, resources.AsyncDatasets, resources.Models)
        for method in vars(kind).values()
    ]
    told = re.findall(r"(\w+Error): ((?:``[A-Z_]+``,?\s*)+)", "\n".join(docstrings))
    assert len(told) > 20
    for name, codes in told:
        for code in re.findall(r"[A-Z_]{3,}", codes):
            assert error_class_of(statuses[code]).__name__ == name
