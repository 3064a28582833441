"""What a prompt and a notebook show of records and lists: short, and without secrets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ._api_key import redact

_LONGEST_TEXT = 60
_LONGEST_RECORD = 200
_MOST_ITEMS = 5
_MOST_ROWS = 20
_MOST_COLUMNS = 7


class Record:
    """A record of the contract, whose ``repr`` leaves out what is long."""

    def __repr__(self) -> str:
        present = _present(self)
        parts: list[str] = []
        for name, value in present.items():
            part = _part(name, value)
            if part and sum(map(len, parts)) + len(part) < _LONGEST_RECORD:
                parts.append(part)
        more = ["…"] if len(parts) < len(present) else []
        return redact(f"{type(self).__name__}({', '.join(parts + more)})")

    def _row(self) -> Mapping[str, Any]:
        """The columns that it has in a table."""
        return {name: value for name, value in _present(self).items() if _is_short(value)}


def list_repr(items: Sequence[Any], *, is_whole: bool) -> str:
    """The first items, and how many there are."""
    shown = [_cut(redact(repr(each)), _LONGEST_RECORD + _LONGEST_TEXT) for each in items]
    left = len(items) - _MOST_ITEMS
    pages = [] if is_whole else ["and further pages" if left > 0 else "…"]
    more = [f"… {left} more"] if left > 0 else []
    return f"[{', '.join(shown[:_MOST_ITEMS] + more + pages)}]"


def table(items: Sequence[Any], *, is_whole: bool) -> str:
    """A table in HTML of the first items; whatever came from the server is escaped."""
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


def _present(record: object) -> dict[str, Any]:
    fields = getattr(type(record), "__dataclass_fields__", {})
    members = vars(record)
    return {name: members[name] for name in fields if members.get(name) is not None}


def _part(name: str, value: object) -> str | None:
    if isinstance(value, list):
        return f"{name}=[{len(value)} items]"
    return f"{name}={value!r}" if _is_short(value) else None


def _is_short(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST_TEXT
    return isinstance(value, (bool, int, float))


def _row_of(item: object) -> Mapping[str, Any]:
    return item._row() if isinstance(item, Record) else {"item": item}  # noqa: SLF001  (its own module)


def _cell(value: object) -> str:
    return "" if value is None else escape(_cut(redact(str(value)), _LONGEST_TEXT))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
