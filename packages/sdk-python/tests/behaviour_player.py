"""Plays the behaviours of packages/sdk-conformance with this SDK: see the README of that folder."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import tempfile
import time
import types
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

import sinkove
from sinkove import Runtime

from .behaviour_outcomes import Left, described, plain
from .virtual_clock import AsyncTransport, Clock, Transport

_SECOND = 1.0


def play(server: dict[str, Any], mode: str) -> list[str]:
    """The differences between the SDK and the behaviour."""
    with tempfile.TemporaryDirectory() as folder:
        client = json.loads(json.dumps(server["behaviour"]["client"]).replace("{{folder}}", folder))
        clock = Clock(client.get("concurrency", 1), skips="abort" not in client)
        started_at = time.monotonic()
        hooks: list[dict[str, Any]] = []
        options = {**_options(client, server), **_hooks(clock, hooks)}
        outcomes = _PLAYERS[mode](client, options, clock)
        # The only real time in a wait is what the machine needed.
        tolerance = (time.monotonic() - started_at) * 1000
        files = {each.name: each.read_text() for each in sorted(Path(folder).iterdir())}
        seen = {"outcomes": outcomes, "hooks": hooks, "files": files, "tolerance": tolerance}
        return _check(server["control"], seen)


def _check(control: str, seen: dict[str, Any]) -> list[str]:
    """Polls for a second, because the server may not have noticed yet that a client left."""
    ends_at = time.monotonic() + _SECOND
    while True:
        response = httpx.post(f"{control}/check", json=seen, trust_env=False)
        faults: list[str] = response.json().get("faults", [response.text])
        if not faults or time.monotonic() > ends_at:
            return faults
        time.sleep(0.02)


def _options(client: dict[str, Any], server: dict[str, Any]) -> dict[str, Any]:
    given = client.get("options", {})
    names = {
        "timeout": "timeout",
        "totalTimeout": "total_timeout",
        "maxRetryWait": "max_retry_wait",
    }
    options: dict[str, Any] = {
        name: given[wire] / 1000 for wire, name in names.items() if wire in given
    }
    if "maxRetries" in given:
        options["max_retries"] = given["maxRetries"]
    return {**options, "api_key": server["apiKey"], "base_url": f"{server['api']}/v1"}


def _hooks(clock: Clock, calls: list[dict[str, Any]]) -> dict[str, Any]:
    """Hooks that record their calls and send the virtual time to the server."""

    def note(hook: str, info: Any, **more: Any) -> None:
        calls.append({"hook": hook, "attempt": info.attempt, **more})

    def on_request(info: sinkove.RequestInfo) -> None:
        clock.stamp_attempt(info)
        note("request", info)

    return {
        "on_request": on_request,
        "on_response": lambda info: note("response", info, status=info.status),
        "on_error": lambda info: note("error", info, code=described(info.error)["code"]),
        "on_retry": lambda info: note("retry", info),
    }


def _play_sync(client: dict[str, Any], options: dict[str, Any], clock: Clock) -> list[Any]:
    runtime = Runtime(now=clock.now, random=lambda: 0.5, sleep=clock.sleep)
    with sinkove.client(**options, runtime=runtime, transport=Transport(clock)) as sdk:

        def one(_: int) -> dict[str, Any]:
            try:
                return {"result": plain(_call(sdk, client))}
            except (Exception, Left) as error:  # noqa: BLE001
                return {"error": described(error)}
            finally:
                clock.end()

        count = client.get("concurrency", 1)
        if count == 1:
            with _abort_after(client.get("abort")):
                return [one(0)]
        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(one, range(count)))


@contextlib.contextmanager
def _abort_after(abort: dict[str, Any] | None) -> Iterator[None]:
    if abort is None:
        yield
        return

    def leave(_number: int, _frame: types.FrameType | None) -> None:
        raise Left(abort["reason"])

    before = signal.signal(signal.SIGALRM, leave)
    signal.setitimer(signal.ITIMER_REAL, abort["after"] / 1000)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _play_async(client: dict[str, Any], options: dict[str, Any], clock: Clock) -> list[Any]:
    return asyncio.run(_all_async(client, options, clock))


async def _all_async(client: dict[str, Any], options: dict[str, Any], clock: Clock) -> list[Any]:
    runtime = Runtime(now=clock.now, random=lambda: 0.5, sleep=clock.sleep_async)
    async with sinkove.async_client(
        **options, runtime=runtime, transport=AsyncTransport(clock)
    ) as sdk:

        async def one() -> dict[str, Any]:
            try:
                return {"result": plain(await _awaited(_call(sdk, client)))}
            except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001
                return {"error": described(error)}
            finally:
                clock.end()

        tasks = [asyncio.create_task(one()) for _ in range(client.get("concurrency", 1))]
        abort = client.get("abort")
        if abort:
            asyncio.get_running_loop().call_later(
                abort["after"] / 1000, lambda: tasks[0].cancel(abort["reason"])
            )
        return list(await asyncio.gather(*tasks))


_PLAYERS: dict[str, Callable[..., list[Any]]] = {"sync": _play_sync, "async": _play_async}


async def _awaited(value: Any) -> Any:
    return await value


def _call(sdk: Any, client: dict[str, Any]) -> Any:
    arguments = client.get("arguments", [])
    calls: dict[str, Callable[[], Any]] = {
        "me": sdk.me,
        "models.list": lambda: sdk.models.list().all(),
        "datasets.list": lambda: sdk.datasets.list(state=arguments[0].get("state")).all(100),
        "datasets.get": lambda: sdk.datasets.get(*arguments),
        "datasets.create": lambda: sdk.datasets.create(
            arguments[0]["modelId"],
            arguments[0]["numSamples"],
            arguments[0]["args"],
            organization_id=arguments[0].get("organizationId"),
        ),
        "datasets.delete": lambda: sdk.datasets.delete(*arguments),
        "datasets.wait": lambda: sdk.datasets.wait(*arguments),
        "datasets.download": lambda: sdk.datasets.download(*arguments),
    }
    return calls[client["call"]]()
