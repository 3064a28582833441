"""The requests of all operations.

Generated from the contract. Do not edit; run ``npm run generate``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from .._core import Operation, given
from .._options import Id, Time
from .models import Kind


def get_status() -> Operation:
    """``GET /status``."""
    return Operation("GET", "/status")


def list_film_rolls(
    is_colour: bool,
    *,
    start: Time | None = None,
    before: Time | None = None,
    kind: Kind | None = None,
    size: Literal["small", "large"] | None = None,
    grain: Kind | None = None,
    speeds: Sequence[float] | None = None,
    limit: int | None = None,
    cursor: str | None = None,
) -> Operation:
    """``GET /film-rolls``."""
    return Operation(
        "GET",
        "/film-rolls",
        query={
            "from": start,
            "before": before,
            "kind": kind,
            "size": size,
            "grain": grain,
            "speeds": speeds,
            "isColour": is_colour,
            "limit": limit,
            "cursor": cursor,
        },
    )


def create_film_roll(
    studio_id: Id,
    num_frames: int,
    *,
    title: str | None = None,
    tags: Sequence[str] | None = None,
    lens: Mapping[str, Any] | None = None,
    expires_at: Time | None = None,
    speed: float | None = None,
) -> Operation:
    """``POST /film-rolls``."""
    return Operation(
        "POST",
        "/film-rolls",
        body=given(
            {
                "title": title,
                "studioId": studio_id,
                "numFrames": num_frames,
                "tags": tags,
                "lens": lens,
                "expiresAt": expires_at,
                "speed": speed,
            }
        ),
    )


def get_film_roll(film_id: Id) -> Operation:
    """``GET /film-rolls/{film_id}``."""
    return Operation("GET", "/film-rolls/{film_id}", params={"film_id": film_id})


def update_film_roll(film_id: Id, changes: Mapping[str, Any]) -> Operation:
    """``PATCH /film-rolls/{film_id}``."""
    return Operation("PATCH", "/film-rolls/{film_id}", params={"film_id": film_id}, body=changes)


def delete_film_roll(film_id: Id) -> Operation:
    """``DELETE /film-rolls/{film_id}``."""
    return Operation("DELETE", "/film-rolls/{film_id}", params={"film_id": film_id})


def develop_frame(film_id: Id, frame_id: Id, *, push: int | None = None) -> Operation:
    """``POST /film-rolls/{film_id}/frames/{frame_id}/develop``."""
    return Operation(
        "POST",
        "/film-rolls/{film_id}/frames/{frame_id}/develop",
        params={"film_id": film_id, "frame_id": frame_id},
        body=given({"push": push}) or None,
    )


def list_studios(*, limit: int | None = None, cursor: str | None = None) -> Operation:
    """``GET /studios``."""
    return Operation("GET", "/studios", query={"limit": limit, "cursor": cursor})


def list_prints() -> Operation:
    """``GET /prints``."""
    return Operation("GET", "/prints")
