"""Lists: their pages, slices, filters and limits."""

from __future__ import annotations

import itertools
import json
from datetime import datetime, timezone
from typing import Any

import httpx
import pytest

import sinkove

from .scripted_api import URL, Api, dataset


def test_reads_like_a_list_and_fetches_no_more_than_it_must() -> None:
    more = {"link": '</v1/datasets?cursor=two>; rel="next"', "content-type": "application/json"}
    first = httpx.Response(200, content=json.dumps([{"id": "a"}, {"id": "b"}]), headers=more)
    api = Api(first, [{"id": "c"}])
    found = api.client().list_datasets()
    assert (found[0].id, len(api.requests)) == ("a", 1)
    assert [each.id for each in itertools.islice(found, 2)] == ["a", "b"]
    assert len(api.requests) == 1
    assert [each.id for each in found] == ["a", "b", "c"]
    assert (len(found), found[-1].id, [each.id for each in found[1:]]) == (3, "c", ["b", "c"])
    assert len(api.requests) == 2


def test_asks_for_no_more_pages_than_it_takes_to_know_that_a_list_has_items() -> None:
    second, third = ({"link": f"<{URL}?cursor={page}>; rel=next"} for page in (2, 3))
    api = Api(httpx.Response(200, json=[], headers=second), [dataset()], headers=third)
    assert api.client().datasets.list()
    assert len(api.requests) == 2
    assert not Api([]).client().datasets.list()


def test_bounds_what_it_holds_in_memory() -> None:
    found = Api([{"id": str(number)} for number in range(5)]).client().list_datasets()
    with pytest.raises(sinkove.ArgumentError, match="more than 4"):
        found.all(4)


@pytest.mark.parametrize("limit", ["5", None, -1, float("nan")])
def test_refuses_a_limit_of_a_list_that_is_none(limit: Any) -> None:
    with pytest.raises(sinkove.ArgumentError, match="limit must be a number of items, 0 or more"):
        Api([]).client().datasets.list().all(limit)


def test_filters_by_time() -> None:
    api = Api([])
    after = datetime(2026, 1, 2, tzinfo=timezone.utc)
    api.client().datasets.list(created_after=after, state="READY", limit=5)
    assert str(api.requests[0].url.query, "ascii") == (
        "state=READY&createdAfter=2026-01-02T00%3A00%3A00Z&limit=5"
    )
