"""Uses a client, forks, and uses it again in every child. Prints all failures as JSON.

Arguments: a base URL, a key, how to fork (see ``KINDS``), ids of API keys.
"""

from __future__ import annotations

import asyncio
import faulthandler
import json
import os
import sys
import threading
import traceback
import warnings
from collections.abc import Callable
from typing import Any

import httpx

import sinkove

FORKS = 8
CALLS = 25


def check(get: Callable[[str], str], ids: list[str]) -> list[str]:
    wrong = []
    for number in range(CALLS):
        asked = ids[(number + os.getpid()) % len(ids)]
        try:
            came = get(asked)
        except Exception:  # noqa: BLE001  (all of them are reported)
            wrong.append(traceback.format_exc())
            continue
        if came != asked:
            wrong.append(f"asked for {asked}, got {came}")
    return wrong


def fork(work: Callable[[], list[str]]) -> tuple[int, int]:
    reads, writes = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writes)
        return pid, reads
    faulthandler.dump_traceback_later(60, exit=True)
    try:
        with os.fdopen(writes, "w") as pipe:
            json.dump(work(), pipe)
    finally:
        os._exit(0)


def gather(children: list[tuple[int, int]]) -> list[str]:
    wrong: list[str] = []
    for pid, reads in children:
        with os.fdopen(reads) as pipe:
            text = pipe.read()
        os.waitpid(pid, 0)
        wrong += json.loads(text) if text else ["a child printed nothing: it hung or crashed"]
    return wrong


def blocking(options: dict[str, Any], ids: list[str], *, threads: int = 0) -> list[str]:
    client = sinkove.client(**options)

    def get(each: str) -> str:
        return client.api_keys.get(each).id

    wrong = check(get, ids)
    ended = threading.Event()

    def go_on() -> None:
        while not ended.is_set():
            wrong.extend(check(get, ids))

    running = [threading.Thread(target=go_on) for _ in range(threads)]
    for thread in running:
        thread.start()
    children = [fork(lambda: check(get, ids)) for _ in range(FORKS)]
    wrong += check(get, ids) + gather(children)
    ended.set()
    for thread in running:
        thread.join()
    return wrong + check(get, ids)


def awaiting(options: dict[str, Any], ids: list[str]) -> list[str]:
    client = sinkove.async_client(**options)

    async def get(each: str) -> str:
        return (await client.api_keys.get(each)).id

    def in_a_loop() -> list[str]:
        async def run() -> list[str]:
            return [f"got {came}" for each in ids if (came := await get(each)) != each]

        try:
            return asyncio.run(run())
        except Exception:  # noqa: BLE001  (all of them are reported)
            return [traceback.format_exc()]

    wrong = in_a_loop()
    children = [fork(in_a_loop) for _ in range(FORKS)]
    return wrong + in_a_loop() + gather(children)


KINDS: dict[str, Callable[[dict[str, Any], list[str]], list[str]]] = {
    "idle": blocking,
    "busy": lambda options, ids: blocking(options, ids, threads=4),
    "transport": lambda options, ids: blocking(
        {**options, "transport": httpx.HTTPTransport()}, ids
    ),
    "await": awaiting,
}

if __name__ == "__main__":
    warnings.filterwarnings("ignore", category=DeprecationWarning)  # about forking with threads
    url, key, kind, *ids = sys.argv[1:]
    print(json.dumps(KINDS[kind]({"api_key": key, "base_url": url}, ids)))
