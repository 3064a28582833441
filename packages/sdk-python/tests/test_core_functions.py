from __future__ import annotations

import base64
import hashlib
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinkove._download import digest_of
from sinkove._names import attribute_name
from sinkove._options import Limits
from sinkove._polling import Poller
from sinkove._rate_limiter import RateLimiter
from sinkove._timing import LONGEST_BACKOFF, backoff, retry_after
from sinkove._urls import fill_path, next_cursor, redirect_target, write_query
from sinkove.exceptions import ArgumentError
from sinkove.rate_limit import rate_limit_of
from sinkove.responses import Headers
from sinkove.runtime import Runtime

NOW = datetime(2026, 11, 24, tzinfo=timezone.utc)


@given(st.integers(0, 10_000), st.floats(0, 1, exclude_max=True))
def test_waits_between_nothing_and_a_ceiling(retry: int, chance: float) -> None:
    assert 0 <= backoff(retry, lambda: chance) <= min(LONGEST_BACKOFF, 0.5 * 2 ** min(retry, 50))


@given(st.text())
def test_reads_a_wait_or_none_of_any_header(text: str) -> None:
    wait = retry_after(Headers({"retry-after": text}), NOW.timestamp)
    assert wait is None or wait >= 0


@given(st.integers(0, 10_000_000))
def test_reads_a_date_against_the_servers_own(seconds: int) -> None:
    until = format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)
    headers = Headers({"Retry-After": until, "Date": format_datetime(NOW, usegmt=True)})
    assert retry_after(headers, lambda: 0.0) == seconds


def test_reads_a_date_against_this_clock_where_the_server_tells_none() -> None:
    until = format_datetime(NOW + timedelta(seconds=9), usegmt=True)
    assert retry_after(Headers({"retry-after": until}), NOW.timestamp) == 9


@given(st.text())
def test_fills_a_path_with_one_segment_or_refuses(text: str) -> None:
    try:
        path = fill_path("/datasets/{dataset_id}/urls", {"dataset_id": text})
    except ArgumentError:
        return
    assert path == f"/datasets/{text}/urls"
    assert urlsplit(f"http://host{path}").path.split("/") == ["", "datasets", text, "urls"]
    assert text not in ("", ".", "..")


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_writes_a_query_that_reads_back(query: dict[str, str]) -> None:
    assert dict(parse_qsl(write_query(query), keep_blank_values=True)) == query


def test_writes_times_in_utc() -> None:
    east = timezone(timedelta(hours=2))
    assert write_query({"a": NOW.astimezone(east), "b": None, "c": NOW.date()}) == (
        "a=2026-11-24T00%3A00%3A00Z&c=2026-11-24T00%3A00%3A00Z"
    )


def test_writes_each_item_of_a_list() -> None:
    query = {"kinds": ["a", "b c"], "days": (NOW.date(),), "none": [], "deep": True}
    assert write_query(query) == "kinds=a&kinds=b+c&days=2026-11-24T00%3A00%3A00Z&deep=true"
    with pytest.raises(ArgumentError, match="kinds is of type list"):
        write_query({"kinds": [["a"]]})


@given(st.text())
def test_reads_a_cursor_or_none_of_any_link(text: str) -> None:
    assert isinstance(next_cursor(text), (str, type(None)))


@given(st.text(min_size=1))
def test_reads_the_cursor_of_the_next_page(cursor: str) -> None:
    link = f'</v1/a?cursor=x>; rel="first", </v1/a?cursor={quote(cursor)}>; rel="last next"'
    assert next_cursor(link) == cursor


@given(st.text(), st.sampled_from([301, 302, 303, 307, 308]))
def test_follows_no_redirect_to_another_origin(location: str, status: int) -> None:
    target = redirect_target(status, location, "https://api.sinkove.com/v1/me", "GET")
    assert target is None or urlsplit(target).netloc.lower() in (
        "api.sinkove.com",
        "api.sinkove.com:443",
    )


@pytest.mark.parametrize(
    "location",
    [
        "//evil.test/a",
        "http://api.sinkove.com/",
        "https://api.sinkove.com:8443/",
        "https://a@evil.test",
    ],
)
def test_refuses_a_redirect_elsewhere(location: str) -> None:
    assert redirect_target(302, location, "https://api.sinkove.com/v1/me", "GET") is None


@given(
    st.dictionaries(
        st.sampled_from(["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"]),
        st.text(),
    )
)
def test_reads_a_rate_limit_or_none_of_any_headers(headers: dict[str, str]) -> None:
    rate_limit_of(Headers(headers))


def test_names_attributes_as_python_does() -> None:
    names = {name: attribute_name(name) for name in ("modelId", "URL", "last4", "sha256", "from")}
    expected = {
        "modelId": "model_id", "URL": "url", "last4": "last4", "sha256": "sha256", "from": "from_",
    }  # fmt: skip
    assert names == expected


@given(st.binary())
def test_reads_a_digest(content: bytes) -> None:
    digest = hashlib.sha256(content)
    header = f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    assert digest_of(header) == digest.hexdigest()


@given(st.text())
def test_reads_a_digest_or_none_of_any_header(text: str) -> None:
    assert isinstance(digest_of(f"sha-256=:{text}:"), (str, type(None)))


@given(st.lists(st.sampled_from(["enter", "limited", "answered", "failed", "later"]), max_size=60))
def test_the_rate_limiter_allows_no_more_requests_than_are_left(steps: list[str]) -> None:
    now = [0.0]
    limiter = RateLimiter(Runtime(now=lambda: now[0]), object_with_set)
    sent: list[float] = []
    allowed, opens_at, told_at = float("inf"), 0.0, 0.0
    for step in steps:
        if step == "enter":
            permit = limiter.acquire()
            assert (permit is None) == (now[0] >= opens_at and len(sent) < allowed)
            sent += [now[0]] if permit is None else []
        elif step == "later":
            now[0] += 1.5
        elif sent:
            sent_at = sent.pop(0)
            if step == "limited":
                limiter.update(429, {"retry-after": "2"}, sent_at, 60)
                allowed, opens_at, told_at = 1, now[0] + 2, now[0]
            elif step == "answered":
                limiter.update(200, {}, sent_at, 60)
                if sent_at >= told_at:
                    allowed, told_at = allowed * 2, now[0]
            limiter.release()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([200, 404, 429, 503]),
            st.sampled_from([None, "", "-1", "0", "1", "7", "1e9", "9" * 400, "many"]),
            st.sampled_from([None, "", '"a";r=0;t=2', "t=5", ";t=" + "9" * 400]),
            st.sampled_from([None, "0", "5", "nonsense"]),
        ),
        max_size=20,
    )
)
def test_no_response_blocks_the_rate_limiter_for_good(
    answers: list[tuple[int, Any, Any, Any]],
) -> None:
    now = [0.0]
    limiter = RateLimiter(Runtime(now=lambda: now[0]), object_with_set)
    for status, left, state, limit in answers:
        named = {"x-ratelimit-remaining": left, "ratelimit": state, "x-ratelimit-limit": limit}
        headers = {name: text for name, text in named.items() if text is not None}
        assert limiter.acquire() is None
        limiter.update(status, headers, now[0], 60)
        limiter.release()
        now[0] += 60


class object_with_set:  # noqa: N801
    def set(self) -> None:
        pass


@pytest.mark.parametrize("name", ["timeout", "max_retries", "max_retry_wait", "total_timeout"])
def test_refuses_a_limit_that_is_no_number(name: str) -> None:
    for value in (-1, "soon", "5", float("nan"), True, b"5"):
        options: dict[str, Any] = {name: value}
        with pytest.raises(ArgumentError, match=f"{name} must be a (whole )?number"):
            Limits(**options)


@pytest.mark.parametrize("name", ["max_retries", "max_retry_wait"])
def test_refuses_no_limit_where_there_must_be_one(name: str) -> None:
    options: dict[str, Any] = {name: None}
    with pytest.raises(ArgumentError, match=f"{name} must be a (whole )?number"):
        Limits(**options)


def test_refuses_half_a_retry() -> None:
    with pytest.raises(ArgumentError, match="max_retries must be a whole number, 0 or more"):
        Limits(max_retries=1.5)  # type: ignore[arg-type]


def test_takes_fractions_of_a_second_and_no_limit() -> None:
    Limits(timeout=0.5, total_timeout=None, max_retries=0, max_retry_wait=float("inf"))


@pytest.mark.parametrize("name", ["timeout", "max_interval"])
def test_refuses_a_limit_of_a_wait_that_is_no_number(name: str) -> None:
    options: dict[str, Any] = {name: "5s"}
    with pytest.raises(ArgumentError, match=f"{name} must be a number of seconds, 0 or more"):
        Poller(lambda _: iter(()), Runtime(), **options)  # type: ignore[arg-type,return-value]
