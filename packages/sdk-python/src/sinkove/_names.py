"""The Python names of JSON members."""

from __future__ import annotations

import functools
import keyword
import re

_WORD_STARTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@functools.lru_cache(maxsize=1024)
def attribute_name(member: str) -> str:
    """The attribute for a JSON member: ``modelId`` is ``model_id``, ``URL`` is ``url``."""
    name = _WORD_STARTS.sub("_", member).lower()
    return f"{name}_" if keyword.iskeyword(name) else name
