"""Polls a dataset at growing intervals until it is ready, fails or expires."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from ._effects import CallFunction, Effects, sleep
from ._inputs import SECONDS, not_negative, seconds
from ._options import RequestOptions
from .datasets._base import BaseDataset
from .exceptions import DatasetError, RateLimitError, TimeoutError
from .runtime import Runtime

FIRST_INTERVAL = 1.0
LONGEST_INTERVAL = 15.0
GROWTH = 1.5

D = TypeVar("D", bound=BaseDataset)


class Poller(Generic[D]):
    """Polls a dataset. The server keeps the state, so another poller can continue."""

    def __init__(
        self,
        ask: Callable[[RequestOptions], Effects[D]],
        runtime: Runtime,
        *,
        timeout: float | None = None,
        max_interval: float = LONGEST_INTERVAL,
    ) -> None:
        timeout = seconds("timeout", timeout)
        max_interval = not_negative("max_interval", max_interval, SECONDS)
        self._ask = ask
        self._runtime = runtime
        self._timeout = timeout
        self._ends_at = math.inf if timeout is None else runtime.now() + timeout
        self._max_interval = max_interval
        self._interval = 0.0
        self._seen: tuple[Any, ...] | None = None
        self._is_over = False

    def step(self) -> Effects[D | None]:
        """The dataset when its state or progress has changed; None at the end."""
        while not self._is_over:
            yield from self._sleep_interval()
            try:
                dataset = yield from self._reload()
            except RateLimitError as limited:
                # Other programs are using up the rate limit: poll less often.
                self._interval = max(self._interval, limited.retry_after or 0)
                continue
            self._is_over = dataset.state == "READY"
            if dataset.finished and not self._is_over:
                raise DatasetError(dataset)
            state = (dataset.state, dataset.progress)
            if state != self._seen:
                self._seen = state
                return dataset
        return None

    def finish(self, on_progress: Callable[[D], Any]) -> Effects[D]:
        """Waits until the dataset is ready, and returns it."""
        while True:
            dataset = yield from self.step()
            if dataset is None:
                raise AssertionError("a wait ends with a dataset, or raises")
            yield CallFunction(on_progress, (dataset,))
            if self._is_over:
                return dataset

    def _sleep_interval(self) -> Effects[None]:
        if not self._interval:
            self._interval = FIRST_INTERVAL
            return
        # Vary by up to 10 %, so that programs that start together do not poll together.
        seconds = min(self._interval, self._max_interval) * (0.9 + 0.2 * self._runtime.random())
        self._interval *= GROWTH
        yield from sleep(max(0.0, min(seconds, self._left())))

    def _reload(self) -> Effects[D]:
        left = self._left()
        if left <= 0 and self._seen is not None:
            raise self._timed_out()
        options: RequestOptions = {}
        if not math.isinf(left):
            # Send at least one request, even with a timeout of 0.
            options["total_timeout"] = left if left > 0 else 1.0
        is_over = False
        try:
            return (yield from self._ask(options))
        except TimeoutError:
            is_over = self._left() <= 0
            if not is_over:
                raise
        raise self._timed_out()

    def _left(self) -> float:
        return self._ends_at - self._runtime.now()

    def _timed_out(self) -> TimeoutError:
        what = "The dataset is still being generated, and the wait for it"
        return TimeoutError(what, self._timeout or 0.0)
