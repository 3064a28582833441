"""Refuses API keys passed as other arguments, which would be sent, logged and shown."""

from __future__ import annotations

from typing import Any

from ._api_key import begins_like_a_key, has_a_key
from ._json_types import is_object, is_sequence
from .exceptions import ArgumentError


def refuse_key(name: str, value: object) -> None:
    """Raises an ArgumentError for an id or a filter that looks like an API key."""
    try:
        text = str(value)
    except ValueError:  # an integer with more digits than Python converts
        return
    if begins_like_a_key(text):
        raise _error(name)


def refuse_key_in(name: str, value: Any) -> None:
    """Raises an ArgumentError if a JSON value contains an API key anywhere."""
    if isinstance(value, str) and has_a_key(value):
        raise _error(name)
    if is_object(value):
        for member, inner in value.items():
            refuse_key_in(name, member)
            refuse_key_in(name, inner)
    if is_sequence(value):
        for inner in value:
            refuse_key_in(name, inner)


def key_for_organization() -> ArgumentError:
    """The error for an API key as the first argument of ``Client``."""
    return ArgumentError(
        "The first argument is an API key, but must be the id of an organization."
        " Write Client(organization_id, api_key), or sinkove.client(api_key) for all"
        " organizations that the key can access."
    )


def _error(name: str) -> ArgumentError:
    return ArgumentError(
        f"{name} looks like an API key. Pass a key only as api_key, when you create a client."
        " Nothing was sent."
    )
