"""Finds models by slug: the API takes ids, people write ``chest-xray-v2``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ._core import Core
from ._effects import Effects
from ._inputs import shown, suggestion
from ._json_types import is_object
from ._operation import Operation
from ._options import RequestOptions
from ._paginator import Paginator
from .exceptions import ArgumentError
from .generated import models, operations
from .pagination import MOST_ITEMS
from .responses import Response

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MOST_NAMED = 10
_PLACES = (("params", "model_id"), ("query", "modelId"), ("body", "modelId"))


def with_model_id(core: Core, operation: Operation, options: RequestOptions) -> Effects[Operation]:
    """The operation with a model's slug replaced by its id.

    The first time that a client sees a slug, this sends one more request.
    """
    for part, name in _PLACES:
        members: Mapping[str, Any] = getattr(operation, part) or {}
        slug = members.get(name)
        if isinstance(slug, str) and _SLUG.fullmatch(slug) and not _UUID.fullmatch(slug):
            model_id = yield from _id_of(core, slug, options)
            own: dict[str, Any] = {part: {**members, name: model_id}}
            return replace(operation, **own)
    return operation


def find_model(core: Core, name: object, options: RequestOptions) -> Effects[dict[str, Any]]:
    """Finds a model by slug, id or record. Returns its JSON, or raises an ArgumentError."""
    wanted = name.id if isinstance(name, models.Model) else str(name)
    found = yield from _all(core, options)
    for model in found:
        if wanted in (model.get("id"), model.get("slug")):
            return model
    slugs = [str(model.get("slug")) for model in found]
    listed = ", ".join(slugs[:_MOST_NAMED] + ["…"] * (len(slugs) > _MOST_NAMED))
    raise ArgumentError(
        f"There is no model {shown(name)}.{suggestion(wanted, slugs)} The models of this key are:"
        f" {listed or 'none'}."
    )


def _id_of(core: Core, slug: str, options: RequestOptions) -> Effects[str]:
    if slug not in core.model_ids:
        yield from find_model(core, slug, options)
    return core.model_ids[slug]


def _all(core: Core, options: RequestOptions) -> Effects[list[dict[str, Any]]]:
    own: RequestOptions = {**options}
    own.pop("idempotency_key", None)  # belongs to the call, not to this list request
    paginator: Paginator[Any] = Paginator(core.call, operations.list_models(), _same, own)
    found: list[Any] = []
    yield from paginator.rest(found, MOST_ITEMS)
    known = [model for model in found if is_object(model) and "id" in model]
    for model in known:
        model_id = str(model["id"])
        core.model_ids |= {str(model.get("slug")): model_id, model_id: model_id}
    return known


def _same(data: Any, _response: Response) -> Any:
    return data
