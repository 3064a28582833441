"""Plays the behaviours of packages/sdk-conformance with this SDK: see the README of that folder."""

from __future__ import annotations

import asyncio
import contextlib
import json
import pickle
import signal
import subprocess
import tempfile
import threading
import time
import traceback
import types
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

import sinkove
from sinkove import Runtime, SinkoveError

from .places import CONFORMANCE, NODE, environment

_SECOND = 1.0
_PATIENCE = 10.0


class Clock:
    """A clock that skips all waits of the SDK, while sockets are real."""

    def __init__(self, concurrency: int, *, skips: bool) -> None:
        self._skipped = 0.0
        self._lock = threading.Lock()
        self._skips = skips
        # Calls that must wait sleep together, however long it takes to answer all of them. A call
        # that has slept once, or has ended, no longer counts.
        self._awake = concurrency

    def now(self) -> float:
        return time.monotonic() + self._skipped

    def sleep(self, seconds: float) -> None:
        if not self._skips:
            return time.sleep(seconds)
        until = self._fall_asleep(seconds)
        while self._is_early(until - seconds):
            time.sleep(0.002)
        return self._skip_to(until)

    async def sleep_async(self, seconds: float) -> None:
        if not self._skips:
            return await asyncio.sleep(seconds)
        until = self._fall_asleep(seconds)
        while self._is_early(until - seconds):  # noqa: ASYNC110  (waits in virtual time)
            await asyncio.sleep(0.002)
        return self._skip_to(until)

    def _fall_asleep(self, seconds: float) -> float:
        with self._lock:
            self._awake -= 1
            return self.now() + seconds

    def end(self) -> None:
        """Records that a call has ended."""
        with self._lock:
            self._awake -= 1

    def _is_early(self, since: float) -> bool:
        return self._awake > 0 and self.now() - since < _PATIENCE

    def _skip_to(self, until: float) -> None:
        with self._lock:
            self._skipped += max(0.0, until - self.now())

    def stamp(self, request: httpx.Request) -> None:
        request.headers.setdefault("x-client-time", f"{self.now() * 1000:.3f}")

    def stamp_attempt(self, info: sinkove.RequestInfo) -> None:
        """Called before the attempt's time limit begins. Downloads are stamped when sent."""
        info.headers["x-client-time"] = f"{self.now() * 1000:.3f}"


class Transport(httpx.HTTPTransport):
    """httpx's transport, which also sends the virtual time to the server."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._clock.stamp(request)
        return super().handle_request(request)


class AsyncTransport(httpx.AsyncHTTPTransport):
    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self._clock.stamp(request)
        return await super().handle_async_request(request)


class Left(BaseException):
    """Interrupts the program anywhere, like Ctrl-C."""


class HostileServers:
    """The hostile server of sdk-conformance: one process with a server for each behaviour."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [NODE, "src/hostile-server-cli.ts", "-"],
            cwd=CONFORMANCE,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, path: Path, case: int) -> dict[str, Any]:
        """Starts the next server, and stops the previous one."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{path} {case}\n")
        self._process.stdin.flush()
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told

    def close(self) -> None:
        self._process.communicate(timeout=30)


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
        "on_error": lambda info: note("error", info, code=_described(info.error)["code"]),
        "on_retry": lambda info: note("retry", info),
    }


def _play_sync(client: dict[str, Any], options: dict[str, Any], clock: Clock) -> list[Any]:
    runtime = Runtime(now=clock.now, random=lambda: 0.5, sleep=clock.sleep)
    with sinkove.client(**options, runtime=runtime, transport=Transport(clock)) as sdk:

        def one(_: int) -> dict[str, Any]:
            try:
                return {"result": _plain(_call(sdk, client))}
            except (Exception, Left) as error:  # noqa: BLE001
                return {"error": _described(error)}
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
                return {"result": _plain(await _awaited(_call(sdk, client)))}
            except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001
                return {"error": _described(error)}
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


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, sinkove.DownloadedFile):
        return {"size": value.size, "skipped": value.skipped}
    return sinkove.raw_of(value)


def _described(error: BaseException) -> dict[str, Any]:
    printed = printed_of(error)
    if isinstance(error, (Left, asyncio.CancelledError)):
        return {
            "class": "AbortError",
            "code": "ABORTED",
            "cause": str(error),
            "message": str(error),
            "printed": printed,
        }
    if not isinstance(error, SinkoveError):
        return {"class": type(error).__name__, "message": str(error), "printed": printed}
    return {
        "class": type(error).__name__,
        "code": error.code,
        "message": str(error),
        "attempts": len(error.attempts),
        "status": getattr(error, "status", None),
        "retryAfter": getattr(error, "retry_after", None),
        "requestId": getattr(error, "request_id", None),
        "printed": printed,
    }


def printed_of(error: BaseException) -> str:
    """Everything that Python prints for an error, with the local variables of every frame."""
    frames = traceback.TracebackException.from_exception(error, capture_locals=True)
    pickled = pickle.dumps(error).decode("latin-1") if isinstance(error, SinkoveError) else ""
    return "".join([repr(error), str(error), repr(vars(error)), pickled, *frames.format()])
