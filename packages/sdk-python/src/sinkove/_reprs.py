"""How prompts and notebooks show records and lists: briefly and without secrets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ._api_key import redact
from ._json_types import is_array
from ._secret import Secret

_LONGEST_TEXT = 60
_LONGEST_RECORD = 200
_MOST_ITEMS = 5
_MOST_ROWS = 20
_MOST_COLUMNS = 7


def list_repr(items: Sequence[Any], *, is_whole: bool) -> str:
    """The first items, and how many items there are."""
    shown = [_cut(redact(repr(each)), _LONGEST_RECORD + _LONGEST_TEXT) for each in items]
    left = len(items) - _MOST_ITEMS
    pages = [] if is_whole else ["and further pages" if left > 0 else "…"]
    more = [f"… {left} more"] if left > 0 else []
    return f"[{', '.join(shown[:_MOST_ITEMS] + more + pages)}]"


def table(items: Sequence[Any], *, is_whole: bool) -> str:
    """An HTML table of the first items, with all text escaped."""
    if not items:
        return "<p>No items.</p>"
    rows = [_row_of(each) for each in items[:_MOST_ROWS]]
    columns = list(dict.fromkeys(name for row in rows for name in row))[:_MOST_COLUMNS]
    head = "".join(f"<th>{_cell(name)}</th>" for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{_cell(row.get(name))}</td>' for name in columns)}</tr>"
        for row in rows
    )
    count = f"{len(rows)} of {len(items)}" if is_whole else f"The first {len(rows)} of more"
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{count} items.</p>"
    )


def shown_field(name: str, value: object) -> str | None:
    """A field for a ``repr``; None if its value is too long."""
    if is_array(value):
        return f"{name}=[{len(value)} {'item' if len(value) == 1 else 'items'}]"
    return f"{name}={value!r}" if is_short(value) or isinstance(value, Secret) else None


def is_short(value: object) -> bool:
    """Whether a value is short enough to share a line with others."""
    if isinstance(value, str):
        return len(value) <= _LONGEST_TEXT
    return isinstance(value, (bool, int, float))


def _row_of(item: object) -> Mapping[str, Any]:
    row = getattr(item, "_row", None)
    return row() if row else {"item": item}


def _cell(value: object) -> str:
    return "" if value is None else escape(_cut(redact(str(value)), _LONGEST_TEXT))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
