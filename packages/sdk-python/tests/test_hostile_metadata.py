"""Metadata that describe no dataset are refused, with the place of the fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .archives import metadata, refusal, with_metadata, zip_of


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "DAMAGED"),
        (b"<html>Bad gateway</html>", "DAMAGED"),
        (zip_of({}), "INVALID_METADATA"),
        (zip_of({"a.txt": b""}), "INVALID_METADATA"),
        *((zip_of({"metadata.json": each}), "INVALID_METADATA") for each in (
            b"", b"{", b"\xff\xfe", b"null", b"[]", b"{}", b'{"imageSize": 1}', b"[" * 100_000,
            b'{"imageSize": {"width": 64, "height": 64}, "images": {}}',
            b'{"imageSize": {"width": 64, "height": 1e9}, "images": []}',
            b'{"imageSize": {"width": 0, "height": 64}, "images": []}',
            b'{"imageSize": {"width": 9000, "height": 9000}, "images": []}',
            b'{"imageSize": {"width": true, "height": true}, "images": []}',
            b'{"imageSize": {"width": 64, "height": NaN}, "images": []}',
            b'{"imageSize": {"width": ' + b"9" * 10_000 + b', "height": 64}}',
        )),
    ],
    ids=str,
)  # fmt: skip
def test_refuses_what_is_no_dataset(content: bytes, code: str) -> None:
    assert refusal(content).code == code


WRONG: list[tuple[str, Callable[[dict[str, Any]], Any]]] = [
    ("metadata.json/images/0/file is missing", lambda image: image.pop("file")),
    ("images/0/file is not a string", lambda image: image.update(file=1)),
    ("images/0/file names a file that", lambda image: image.update(file="../secret")),
    ("images/0/seed is not an integer", lambda image: image.update(seed="7")),
    ("images/0/seed is not an integer", lambda image: image.update(seed=True)),
    ("images/0/findings is not an array", lambda image: image.update(findings={})),
    ("images/0/findings/0 is not an object", lambda image: image.update(findings=[1])),
    ("images/0/findings/0/kind is missing", lambda image: image.update(findings=[{}])),
    ("findings/0/zones is not an array of", lambda image: image["findings"][0].update(zones=[1])),
    ("cardiothoracicRatio is not a fin", lambda image: image.update(cardiothoracicRatio="x")),
    ("cardiothoracicRatio is not a fin", lambda image: image.update(cardiothoracicRatio=10**400)),
    ("box is not inside the image", lambda image: box_of(image).update(x=60, width=5)),
    ("box is not inside the image", lambda image: box_of(image).update(width=0)),
    ("box is not inside the image", lambda image: box_of(image).update(y=-1)),
    ("box/height is missing", lambda image: box_of(image).pop("height")),
    ("anatomy/heart/mask names a file", lambda image: image["anatomy"]["heart"].update(mask="x")),
]


def box_of(image: dict[str, Any]) -> dict[str, Any]:
    box: dict[str, Any] = image["findings"][0]["regions"][0]["box"]
    return box


@pytest.mark.parametrize(("message", "change"), WRONG)
def test_says_where_the_metadata_is_wrong(
    message: str, change: Callable[[dict[str, Any]], Any]
) -> None:
    told = metadata()
    change(told["images"][0])
    error = refusal(with_metadata(told))
    assert error.code == "INVALID_METADATA"
    assert message in str(error)
