"""``dataset.ready``, the last known state, and ``dataset.ready()``, which asks the API."""

from __future__ import annotations

import asyncio
import copy
import inspect
import json
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove

from .scripted_api import ID, KEY, URL, Api, dataset

STATES = st.sampled_from(["PENDING", "STARTED", "READY", "FAILED", "EXPIRED"]) | st.text()


class Blocking:
    """A dataset of the blocking client, and the requests that were sent."""

    def __init__(self, *states: str) -> None:
        self.api = Api(*map(dataset, states))
        self.dataset: Any = self.api.client().dataset(ID)

    def ask(self) -> bool:
        answer: bool = self.dataset.ready()
        return answer


class Awaiting:
    """A dataset of the asynchronous client, and the requests that were sent."""

    def __init__(self, *states: str) -> None:
        self.api = Api(*map(dataset, states))
        client = sinkove.async_client(KEY, base_url=URL, transport=httpx.MockTransport(self.api))
        self.dataset: Any = asyncio.run(client.datasets.get(ID))

    def ask(self) -> bool:
        async def run() -> bool:
            answer: bool = await self.dataset.ready()
            return answer

        return asyncio.run(run())


BOTH = pytest.mark.parametrize("kind", [Blocking, Awaiting])


@pytest.mark.parametrize(
    "look",
    [
        lambda found: hasattr(found, "ready"),
        lambda found: bool(found.ready),
        lambda found: [each for each in (found,) * 216 if each.ready],
        lambda found: inspect.getmembers(found),
        lambda found: (repr(found), str(found), f"{found.ready}", found._repr_html_),
        lambda found: dir(found),
        lambda found: copy.copy(found),
        lambda found: json.dumps({"ready": found.ready}),
    ],
)
@BOTH
@pytest.mark.filterwarnings("ignore:dataset.ready is the last known state")
def test_looking_sends_nothing(kind: Any, look: Callable[[Any], Any]) -> None:
    found = kind("STARTED")
    try:
        look(found.dataset)
    except AttributeError:
        assert not hasattr(found.dataset, "_repr_html_")
    assert len(found.api.requests) == 1


@BOTH
@given(before=STATES, after=STATES)
def test_means_the_same_in_both_clients(kind: Any, before: str, after: str) -> None:
    found = kind(before, after)
    ready = found.dataset.ready
    assert (bool(ready), ready == True) == (before == "READY",) * 2  # noqa: E712
    assert (str(ready), repr(ready), f"{ready}") == (str(before == "READY"),) * 3
    answer = found.ask()
    assert answer is (after == "READY")
    assert bool(found.dataset.ready) is answer
    assert len(found.api.requests) == 2


@BOTH
def test_a_copy_is_a_boolean(kind: Any) -> None:
    for state in ("READY", "STARTED"):
        ready = kind(state).dataset.ready
        assert pickle.loads(pickle.dumps(ready)) is (state == "READY")
        assert copy.deepcopy(ready) is (state == "READY")


@BOTH
def test_a_loop_that_never_asks_is_warned_once_at_its_own_line(kind: Any) -> None:
    found = kind("STARTED").dataset

    def poll() -> None:
        rounds = 0
        while not found.ready and rounds < 50:
            rounds += 1

    with pytest.warns(UserWarning, match=r"call dataset\.ready\(\)") as caught:
        poll()
    assert [each.filename for each in caught] == [__file__]


@BOTH
@pytest.mark.parametrize("state", ["READY", "FAILED", "EXPIRED"])
def test_nobody_is_warned_of_a_dataset_that_is_finished(kind: Any, state: str) -> None:
    found = kind(state).dataset
    assert len({bool(found.ready) for _ in range(50)}) == 1


@BOTH
def test_nobody_is_warned_who_asks(kind: Any) -> None:
    found = kind(*["STARTED"] * 9)
    for _ in range(8):
        assert not found.dataset.ready
        assert not found.ask()
