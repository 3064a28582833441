"""Drives the client for every operation, status and example of the contract.

Runs against ``sinkove-mock --stateless``, ``prism mock``, and ``sinkove-mock`` behind
``prism proxy``, which validates the responses. The cases and targets are shared with the TypeScript
SDK, in ``packages/sdk-conformance/src/examples``.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import httpx
import pytest

import sinkove
from sinkove._names import attribute_name
from sinkove.exceptions import APIError, error_class_of
from sinkove.pagination import Page
from sinkove.responses import Response

from .places import CONFORMANCE, NODE, environment
from .test_operations import KEY, URL, Recorder, call, methods_of_the_client

Case = dict[str, Any]

FACTS = json.loads(
    subprocess.run(
        [NODE, "scripts/example-cases.ts"],
        cwd=CONFORMANCE,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
)
TARGETS: list[str] = FACTS["targets"]
CASES: list[Case] = FACTS["cases"]


@dataclass(frozen=True)
class Target:
    """A server to send requests to, over connections that all clients share."""

    base_url: str
    api_key: str
    transport: httpx.HTTPTransport

    def client(self) -> sinkove.Sinkove:
        """Creates a new client, because one that got a 429 delays its next requests."""
        return sinkove.client(
            self.api_key, base_url=self.base_url, max_retries=0, transport=self.transport
        )


@contextlib.contextmanager
def running(name: str) -> Iterator[Target]:
    """A target, which stops when its input ends."""
    with subprocess.Popen(
        [NODE, "scripts/example-target.ts", name],
        cwd=CONFORMANCE,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        facts = json.loads(process.stdout.readline())
        with httpx.HTTPTransport() as transport:
            yield Target(facts["baseUrl"], facts["apiKey"], transport)
        process.communicate(timeout=30)


def place_of(case: Case) -> tuple[str, str]:
    """The method and path of a case, as :class:`Recorder` sees them."""
    return case["method"], re.sub(r"\{\w+\}", "{}", case["path"])


@cache
def routes() -> dict[tuple[str, str], int]:
    """The number of the client's method for each operation."""
    recorder = Recorder()
    transport = httpx.MockTransport(recorder)
    found: dict[tuple[str, str], int] = {}
    with sinkove.client(KEY, base_url=URL, transport=transport) as client:
        for number, method in enumerate(methods_of_the_client(client)):
            recorder.seen.clear()
            call(method)
            (place,) = recorder.seen
            found[place] = number
    return found


def left_out(target: str, case: Case) -> str | None:
    """Why a case is not driven; None if it is."""
    if case["needsSession"]:
        return "for sessions only: the client sends an API key"
    if case["operationId"] == "downloadFile":
        return "not a method of its own: datasets.download follows the URL of its dataset"
    reason: str | None = case["leftOut"].get(target)
    return reason


def arguments(method: Callable[..., Any], case: Case) -> dict[str, Any]:
    """The path parameters and the body's members, or the whole body, as keyword arguments."""
    members = {attribute_name(name): value for name, value in (case.get("body") or {}).items()}
    ids = {attribute_name(name): value for name, value in case["pathParameters"].items()}
    given: dict[str, Any] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if name in members:
            given[name] = members[name]
        elif parameter.default is parameter.empty:
            given[name] = ids.get(name, case.get("body"))
    return given


def without_place(body: Any) -> Any:
    """Removes the address and path that ``sinkove-mock`` inserts into an example."""
    if not isinstance(body, dict):
        return body
    others = {name: value for name, value in body.items() if name != "instance"}
    if "URL" in others:
        others["URL"] = httpx.URL(others["URL"]).path
    return others


def response_to(client: sinkove.Sinkove, call: Callable[[], Any], case: Case) -> Response:
    """The response to a call; for a list, the response with its first page."""
    if not isinstance(case.get("value"), list):
        return client.with_response(call)[1]
    page: Page[Any] = call().page()
    return page.response


def check(target: Target, case: Case) -> None:
    """Makes the call, and compares the client's result with the contract's example."""
    example = case.get("example")
    prefer = f"code={case['status']}" + (f", example={example}" if example else "")
    client = target.client()  # not closed: all clients share the connections
    method = list(methods_of_the_client(client))[routes()[place_of(case)]]
    send = partial(method, **arguments(method, case), headers={"Prefer": prefer})
    if case["status"] < 400:
        response = response_to(client, send, case)
        assert response.status == case["status"]
        if example:
            assert without_place(response.data) == without_place(case["value"])
        return
    with pytest.raises(APIError) as caught:
        send()
    error = caught.value
    assert type(error) is error_class_of(case["status"])
    assert error.status == case["status"]
    if example:
        problem = case["value"]
        assert (error.code, error.detail) == (problem["code"], problem["detail"])
        assert error.reason == problem.get("reason")
        assert error.required_scopes == tuple(problem.get("requiredScopes", ()))
        violations = [vars(each) for each in error.errors]
        assert violations == problem.get("errors", [])


Driven = dict[int, Future[None]]


@pytest.fixture(scope="module")
def drive() -> Iterator[Callable[[str], Driven]]:
    """Runs all cases of a target once, several at a time, because each waits for processes."""
    with contextlib.ExitStack() as stack:

        @cache
        def start(name: str) -> Driven:
            reasons = [left_out(name, case) for case in CASES]
            counts = Counter(filter(None, reasons)).items()
            told = "".join(f"; {count} left out: {reason}" for reason, count in counts)
            print(f"\nPython, {name}: {reasons.count(None)} of {len(CASES)}{told}")
            target = stack.enter_context(running(name))
            pool = stack.enter_context(ThreadPoolExecutor(4))
            return {
                number: pool.submit(check, target, case)
                for number, case in enumerate(CASES)
                if reasons[number] is None
            }

        yield start


def cases_of(target: str) -> Iterator[Any]:
    """The driven cases, each with its target."""
    for number, case in enumerate(CASES):
        if left_out(target, case) is None:
            title = f"{case['operationId']}-{case['status']}-{case.get('example')}"
            yield pytest.param(target, number, id=f"{target}-{title}")


@pytest.mark.parametrize(
    ("target", "number"), [case for target in TARGETS for case in cases_of(target)]
)
def test_the_client_gives_what_the_contract_says(
    drive: Callable[[str], Driven], target: str, number: int
) -> None:
    drive(target)[number].result()
