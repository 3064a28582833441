"""Deletions that are retried. Other cases are in packages/sdk-conformance: delete-*.json."""

from __future__ import annotations

import httpx
import pytest

import sinkove
from sinkove import Runtime

from .scripted_api import ID, Api

MISSING = {"code": "DATASET_NOT_FOUND", "title": "Not found", "status": 404}


@pytest.mark.parametrize("fault", [httpx.ConnectError, httpx.ProxyError])
def test_a_404_after_attempts_without_a_connection_is_an_error(fault: type[Exception]) -> None:
    api = Api(fault("refused"), fault("refused"), httpx.Response(404, json=MISSING))
    with pytest.raises(sinkove.NotFoundError) as caught:
        api.client(runtime=Runtime(sleep=lambda _: None)).datasets.delete(ID)
    assert len(caught.value.attempts) == 3


def test_one_lost_response_is_enough_for_a_404_to_mean_success() -> None:
    lost, refused = httpx.ReadError("reset"), httpx.ConnectError("refused")
    api = Api(lost, refused, httpx.Response(404, json=MISSING))
    api.client(runtime=Runtime(sleep=lambda _: None)).datasets.delete(ID)
    assert len(api.requests) == 3


@pytest.mark.parametrize(
    ("fault", "not_sent"), [(httpx.ConnectError, True), (httpx.ReadError, False)]
)
def test_a_connection_error_says_whether_the_request_was_sent(
    fault: type[Exception], not_sent: bool
) -> None:
    with pytest.raises(sinkove.ConnectionError) as caught:
        Api(fault("broken")).client(max_retries=0).me()
    assert caught.value.not_sent is not_sent
