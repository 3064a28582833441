"""API keys in every form that people pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinkove

from .scripted_api import ID, KEY, URL, Api, dataset


@pytest.mark.parametrize(
    "given_key",
    [
        f"Bearer {KEY}",
        f"bearer   {KEY}\n",
        f"Authorization: Bearer {KEY}",
        KEY.encode(),
        bytearray(KEY.encode()),
        f"Bearer {KEY}".encode(),
    ],
)
@pytest.mark.parametrize("how", ["argument", "function", "variable"])
def test_a_key_is_taken_with_its_scheme_and_as_bytes(
    monkeypatch: pytest.MonkeyPatch, how: str, given_key: Any
) -> None:
    api = Api(dataset())
    key: Any = {"argument": given_key, "function": lambda: given_key, "variable": None}[how]
    if how == "variable":
        text = given_key if isinstance(given_key, str) else given_key.decode()
        monkeypatch.setenv("SINKOVE_API_KEY", text)
    api.client(key).dataset(ID)
    assert api.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("given_key", [5, [KEY], {"key": KEY}, Path(KEY)])
def test_a_key_that_is_no_text_is_refused_without_repeating_it(given_key: Any) -> None:
    with pytest.raises(sinkove.ApiKeyError, match="is of type") as caught:
        sinkove.client(given_key)
    assert "Example" not in str(caught.value)


@given(st.binary() | st.text())
def test_no_text_in_the_place_of_a_key_escapes_as_another_error(given_key: Any) -> None:
    with pytest.raises(sinkove.ApiKeyError):
        sinkove.client(given_key, base_url=URL)
