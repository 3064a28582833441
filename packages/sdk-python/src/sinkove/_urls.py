"""Paths, queries and links: pure functions that keep a request from leading elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

from ._inputs import id_of, query_value, shown
from ._json_types import is_sequence
from ._misplaced_key import refuse_key
from ._record import Record
from .exceptions import ArgumentError

_SAFE_SEGMENT = re.compile(r"(?!\.\Z|.*\.\.)[A-Za-z0-9_.~-]+")
_LINK = re.compile(r"<([^>]*)>([^<]*)")
_REL = re.compile(r""";\s*rel=("[^"]*"|[^\s;,]+)""", re.IGNORECASE)
_KEEPS_METHOD = (307, 308)
_MAY_CHANGE_METHOD = (301, 302, 303)
_PORTS = {"http": 80, "https": 443}


def fill_path(template: str, values: Mapping[str, Any]) -> str:
    """Fills a path template.

    Refuses a segment that is empty, climbs (``..``) or would end the path (``/``, ``?``, ``#``,
    ``%``): it would reach another operation than the one that was called.
    """
    return re.sub(r"\{(\w+)\}", lambda match: _segment(match[1], values.get(match[1])), template)


def _segment(name: str, value: object) -> str:
    if not isinstance(value, Record):  # a record's repr may be long, and contains no key
        refuse_key(name, value)
    text = id_of(name, value)
    refuse_key(name, text)
    if _SAFE_SEGMENT.fullmatch(text):
        return text
    what = "is empty" if not text else f"is {shown(text)}, which is not an id"
    raise ArgumentError(
        f'{name} {what}. Pass the id as the API gave it (letters, digits, "-", "_", "." and "~").'
    )


def write_query(query: Mapping[str, Any]) -> str:
    """Writes a query string: dates as in RFC 3339; each item of a list; nothing for None."""
    given = [
        (name, each)
        for name, value in query.items()
        if value is not None
        for each in (value if is_sequence(value) else [value])
    ]
    for name, value in given:
        refuse_key(name, value)
    return urlencode([(name, query_value(name, value)) for name, value in given])


def next_cursor(link: str | None) -> str | None:
    """The cursor of the next page (``Link``, RFC 8288).

    Uses only the cursor of the link, so that no response can send the key to another host.
    """
    for target, parameters in _LINK.findall(link or ""):
        rel = _REL.search(parameters)
        if rel is None or "next" not in rel[1].strip('"').lower().split():
            continue
        try:
            cursors = parse_qs(urlsplit(str(target)).query).get("cursor")
        except ValueError:
            continue
        return cursors[0] if cursors else None
    return None


def redirect_target(status: int, location: str | None, origin_url: str, method: str) -> str | None:
    """The target of a redirect that may be followed: same origin, same method."""
    keeps_method = status in _KEEPS_METHOD or (method == "GET" and status in _MAY_CHANGE_METHOD)
    if not location or not keeps_method:
        return None
    try:
        target = urljoin(origin_url, location)
        return target if origin_of(target) == origin_of(origin_url) else None
    except ValueError:
        return None


def origin_of(url: str) -> tuple[str, str, int]:
    """Scheme, host and port. Raises ValueError if the text is not an HTTP URL."""
    parts = urlsplit(url)
    port = parts.port or _PORTS.get(parts.scheme, 0)
    if not parts.hostname or not port:
        raise ValueError("not an http or https URL")
    return parts.scheme, parts.hostname, port
