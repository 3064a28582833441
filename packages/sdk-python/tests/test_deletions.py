"""Deletions that are retried. Other cases are in the behaviours ``delete-*.json``."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

import sinkove
from sinkove import Runtime

from .scripted_api import ID, Api


def _delete(first: Any, *, is_async: bool) -> None:
    """Deletes a dataset. The first attempt ends with ``first``, the next one with a 404."""
    failed = httpx.Response(first) if isinstance(first, int) else first
    api = Api(failed, httpx.Response(404, json={"code": "DATASET_NOT_FOUND"}))
    if is_async:

        async def sleep(_: float) -> None:
            pass

        asyncio.run(api.async_client(runtime=Runtime(sleep=sleep)).datasets.delete(ID))
    else:
        api.client(runtime=Runtime(sleep=lambda _: None)).datasets.delete(ID)


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize(
    "first",
    [httpx.ReadError("reset"), httpx.ReadTimeout("late"), 503, OSError("odd")],
)
def test_a_404_confirms_a_deletion_whose_response_was_lost(first: Any, is_async: bool) -> None:
    _delete(first, is_async=is_async)


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize(
    "first",
    [httpx.ConnectError("no such host"), ConnectionRefusedError("refused"), 429],
)
def test_a_404_is_an_error_if_nothing_was_carried_out_before(first: Any, is_async: bool) -> None:
    with pytest.raises(sinkove.NotFoundError):
        _delete(first, is_async=is_async)
