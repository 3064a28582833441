"""A scripted API over a mock transport of httpx."""

from __future__ import annotations

import json
from typing import Any

import httpx

import sinkove

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
OTHER = "sinkove_test_000000000000000000000000000000000amDaw"
URL = "http://127.0.0.1:9"
ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17"
MODEL = {"id": "m", "slug": "chest-xray-v2", "argsSchema": {"properties": {"prompt": {}}}}
# A model with a schema that is too long for an error message.
LONG_SCHEMA = {"properties": {"prompt": {}, "seed": {"description": "page of a schema " * 200}}}
LONG_MODEL = {"id": ID, "slug": "chest-xray-v2", "argsSchema": LONG_SCHEMA}


def dataset(state: str = "READY", **more: Any) -> dict[str, Any]:
    known = {
        "id": ID,
        "modelId": "m",
        "organizationId": "o",
        "ownerId": "a",
        "numSamples": 50,
        "args": {"prompt": "cardiomegaly"},
        "createdAt": "2026-11-24T00:00:00Z",
        "updatedAt": "2026-11-24T00:00:00Z",
    }
    return {**known, "metadata": {"state": state, "progress": 7, "colour": "blue"}, **more}


class Api:
    """Returns the given responses in turn, and records the requests."""

    def __init__(self, *answers: Any, headers: dict[str, str] | None = None) -> None:
        self._answers = iter(answers)
        self._headers = headers
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = next(self._answers)
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, httpx.Response):
            return answer
        return httpx.Response(200, json=answer, headers=self._headers)

    def client(self, key: Any = KEY, **options: Any) -> sinkove.Sinkove:
        return sinkove.client(key, base_url=URL, transport=httpx.MockTransport(self), **options)

    def async_client(self, key: Any = KEY, **options: Any) -> sinkove.AsyncSinkove:
        transport = httpx.MockTransport(self)
        return sinkove.async_client(key, base_url=URL, transport=transport, **options)

    def body(self, number: int) -> Any:
        return json.loads(self.requests[number].content)
