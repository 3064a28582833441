from __future__ import annotations

import json
import string
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinkove._api_key import checksum, diagnose, environment_of, redact

from .places import VECTORS

VECTORS_OF: dict[str, Any] = json.loads(VECTORS.read_text("utf-8"))
BASE62 = string.digits + string.ascii_letters


def keys() -> st.SearchStrategy[str]:
    bodies = st.builds(
        "sinkove_{}_{}".format,
        st.sampled_from(["live", "test"]),
        st.text(BASE62, min_size=32, max_size=32),
    )
    return bodies.map(lambda body: body + checksum(body))


def titled(name: str) -> Any:
    return [pytest.param(each, id=each.get("title", "")) for each in VECTORS_OF[name]]


@pytest.mark.parametrize("vector", titled("parse"))
def test_reads_a_key_of_the_vectors(vector: dict[str, str]) -> None:
    assert environment_of(vector["secret"]) == vector["environment"]


@pytest.mark.parametrize("vector", titled("diagnoseApiKey"))
def test_diagnoses_as_the_vectors_say(vector: dict[str, str]) -> None:
    fault = diagnose(vector["input"], vector["environment"])
    assert (fault and fault.reason) == vector["reason"]


@pytest.mark.parametrize("vector", titled("redact"))
def test_redacts_as_the_vectors_say(vector: dict[str, str]) -> None:
    assert redact(vector["text"]) == vector["redacted"]


@given(keys())
def test_finds_nothing_wrong_with_a_key_that_can_be_right(key: str) -> None:
    assert diagnose(key) is None


@given(keys(), st.integers(0, 50), st.sampled_from(BASE62))
def test_finds_a_character_that_was_changed(key: str, place: int, other: str) -> None:
    damaged = key[:place] + other + key[place + 1 :]
    assert (diagnose(damaged) is None) == (damaged == key)


@given(keys(), st.text(max_size=20), st.text(max_size=20))
def test_leaves_no_key_in_a_text(key: str, before: str, after: str) -> None:
    clean = redact(f"{before} {key} {after}")
    assert key not in clean
    assert key[25:] not in clean


@given(st.text())
def test_hides_the_same_when_it_hides_twice(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(st.one_of(st.none(), st.text()))
def test_tells_what_is_wrong_without_the_input(text: str | None) -> None:
    fault = diagnose(text)
    assert fault
    assert fault.message.startswith("The API key ")
    assert len(text or "") < 8 or (text or "").strip() not in fault.message


def test_redacts_in_a_time_that_grows_with_the_text() -> None:
    started_at = time.perf_counter()
    redact("sinkove_test_" * 40_000)
    redact("sinkove" * 80_000)
    assert time.perf_counter() - started_at < 30
