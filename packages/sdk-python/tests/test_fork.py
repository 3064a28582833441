"""Used clients in forked children, and responses that belong to other requests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import sinkove

from .places import PACKAGE
from .servers import Server, real_server

KEY = "sinkove_test_ExampleExampleExampleExample01232CnkCL"
URL = "http://127.0.0.1:9"
ID = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17"
OTHER = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a18"


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Server, list[str]]]:
    with real_server() as running, running.client() as client:
        yield running, [client.api_keys.create(f"fork {number}").id for number in range(7)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform has no fork")
@pytest.mark.parametrize("kind", ["idle", "busy", "transport", "await"])
def test_a_used_client_gets_its_own_answers_in_every_child(
    server: tuple[Server, list[str]], kind: str
) -> None:
    running, ids = server
    ended = subprocess.run(
        [sys.executable, "-m", "tests.fork_program", running.url, running.key, kind, *ids],
        cwd=PACKAGE,
        env={**running.environment(), "PYTHONPATH": str(PACKAGE / "src")},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    assert ended.stderr == ""
    assert json.loads(ended.stdout) == []


def answered(answer: Any, **options: Any) -> sinkove.Sinkove:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer))
    return sinkove.client(KEY, base_url=URL, transport=transport, **options)


@pytest.mark.parametrize(
    "call",
    [
        lambda client: client.datasets.get(ID),
        lambda client: client.dataset(ID),
        lambda client: client.models.get(ID),
        lambda client: client.organizations.get(ID),
        lambda client: client.organizations.datasets(OTHER).get(ID),
        lambda client: client.api_keys.get(ID),
        lambda client: client.api_keys.update(ID, {"name": "x"}),
        lambda client: client.datasets.wait(ID),
    ],
)
def test_an_answer_about_another_thing_is_an_error(call: Any) -> None:
    with pytest.raises(sinkove.ResponseError, match="The response has another id") as caught:
        call(answered({"id": OTHER, "metadata": {"state": "READY"}}))
    assert caught.value.attempts[0].status == 200


@pytest.mark.parametrize("asked", [ID, ID.upper()])
def test_an_id_is_the_same_in_either_case(asked: str) -> None:
    assert answered({"id": ID}).datasets.get(asked).id == ID
    assert answered({"id": ID.upper()}).datasets.get(asked).id == ID.upper()


@pytest.mark.parametrize("answer", [{}, {"id": None}, {"id": 5}])
def test_an_answer_without_an_id_is_taken_as_it_is(answer: Any) -> None:
    answered(answer).models.get(ID)
