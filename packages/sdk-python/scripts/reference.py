"""Writes every public name with its signature and docstring to generated/reference.json."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
import sys
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent.parent
TARGET = PACKAGE / "generated/reference.json"
sys.path.insert(0, str(PACKAGE / "src"))

import sinkove  # noqa: E402
from sinkove import archive, cache, exceptions, models, resources, webhooks  # noqa: E402

LIKE_BUILTINS = ("ConnectionError", "TimeoutError")
"""Public names that ``import *`` leaves out, because builtins have the same names."""


def render() -> str:
    """Describes the modules that programs import from."""
    described = {
        "sinkove": _names(sinkove, sorted([*sinkove.__all__, *LIKE_BUILTINS])),
        # The other names are also names of sinkove.
        "sinkove.archive": _names(archive, sorted({*archive.__all__} - {*sinkove.__all__})),
        "sinkove.cache": _names(cache, cache.__all__),
        "sinkove.exceptions": _names(exceptions, sorted([*exceptions.__all__, *LIKE_BUILTINS])),
        "sinkove.resources": _names(resources, resources.__all__),
        "sinkove.webhooks": _names(webhooks, ["UnknownWebhookEvent", "WebhookError", "unwrap"]),
        "sinkove.models": _names(models, _classes(models)),
    }
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _classes(module: Any) -> list[str]:
    names: list[str] = module.__all__
    return [name for name in names if dataclasses.is_dataclass(getattr(module, name))]


def _names(module: Any, names: list[str]) -> list[dict[str, Any]]:
    # sinkove.client is a function, or a callable module that wraps it.
    values = {name: inspect.unwrap(getattr(module, name)) for name in names}
    return [_described(name, values[name]) for name in names if not inspect.ismodule(values[name])]


def _described(name: str, value: Any) -> dict[str, Any]:
    if not inspect.isclass(value):
        return _callable(name, value) if callable(value) else {"name": name, "kind": "value"}
    fields = _fields(value)
    members = [
        _member(each, found)
        for kind in (value, *_private_bases(value))
        for each, found in vars(kind).items()
        # A field whose default is a function is still a field.
        if not each.startswith("_")
        and each not in fields
        and (callable(found) or isinstance(found, property))
    ]
    return {
        "name": name,
        "kind": "class",
        "bases": [base.__name__ for base in _public_bases(value)],
        "signature": _signature(value),
        "doc": value.__doc__ and inspect.cleandoc(value.__doc__),
        "fields": fields,
        "members": members,
    }


def _private_bases(kind: type) -> list[type]:
    """Private base classes. Their members are described in the classes derived from them."""
    return [base for base in kind.__bases__ if _is_private(base)]


def _public_bases(kind: type) -> list[type]:
    return [
        public
        for base in kind.__bases__
        for public in (_public_bases(base) if _is_private(base) else [base])
        if public is not object
    ]


def _is_private(kind: type) -> bool:
    modules = (sinkove, archive, exceptions, resources, models)
    is_ours = kind.__module__.startswith("sinkove.")
    return is_ours and not any(getattr(each, kind.__name__, None) is kind for each in modules)


def _fields(kind: type) -> dict[str, str]:
    return {
        name: str(hint)
        for name, hint in inspect.get_annotations(kind).items()
        if not name.startswith("_")
    }


def _member(name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, property):
        returns = value.fget and inspect.get_annotations(value.fget).get("return")
        return {"name": name, "kind": "property", "type": returns, "doc": inspect.getdoc(value)}
    return _callable(name, value)


def _callable(name: str, value: Any) -> dict[str, Any]:
    kind = "coroutine" if inspect.iscoroutinefunction(value) else "function"
    return {
        "name": name,
        "kind": kind,
        "signature": _signature(value),
        "doc": inspect.getdoc(value),
    }


def _signature(value: Any) -> str | None:
    try:
        signature = str(inspect.signature(value)).replace("'", "")
    except (TypeError, ValueError):
        return None
    # The repr of an object contains its address, which changes each time.
    return re.sub(r"= <[^<>]*>", "= ...", signature)


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
