"""Writes src/sinkove/generated/async_resources.py from src/sinkove/resources.py."""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src/sinkove"
TARGET = SOURCE / "generated/async_resources.py"

NAMES = (
    "ApiKeys",
    "Dataset",
    "Datasets",
    "Home",
    "List",
    "Models",
    "Organization",
    "Organizations",
    "Resource",
)
PATTERN = re.compile(rf"(?<![\w.\"'`])({'|'.join(NAMES)})(?![\w`\"'])")
METHOD = re.compile(r"^    def (\w+)\(", re.MULTILINE)
CLASS = re.compile(r"^(?=class )", re.MULTILINE)


def render() -> str:
    """The module, as it has to be."""
    head, *classes = CLASS.split((SOURCE / "resources.py").read_text("utf-8"))
    text = "".join([head, *map(_awaiting, classes)])
    text = PATTERN.sub(r"Async\1", text)
    text = re.sub(r"\bIterator\b", "AsyncIterator", text)
    text = re.sub(r"^from \.(?=\w)", "from ..", text, flags=re.MULTILINE)
    text = text.replace("from ..generated import models", "from . import models")
    text = text.replace("from .._objects import", "from .._async_objects import")
    text = re.sub(r"(__all__ = )\[.*\]", lambda m: re.sub(r'"(\w+)"', r'"Async\1"', m[0]), text)
    text = re.sub(r">>> for (.*)\n(\s+)\.\.\. ", r">>> async for \1\n\2... ", text)
    text = re.sub(r">>> (dataset = )?client\.", r">>> \1await client.", text)
    return re.sub(
        r'\A""".*?"""',
        '"""The operations of the API, for programs that await.\n\n'
        'Made from ``resources.py`` by ``scripts/generate_async.py``: change that.\n"""',
        text,
        flags=re.DOTALL,
    )


def _awaiting(body: str) -> str:
    """A class whose methods await what they run."""
    starts = [match.start() for match in METHOD.finditer(body)]
    ends = [*starts[1:], len(body)]
    blocks = [body[start:end] for start, end in zip(starts, ends, strict=True)]
    runs = {METHOD.match(each)[1] for each in blocks if "self._home.run(" in each}  # type: ignore[index]
    awaited = (
        METHOD.sub(r"    async def \1(", each) if METHOD.match(each)[1] in runs else each  # type: ignore[index]
        for each in blocks
    )
    text = body[: starts[0]] + "".join(awaited) if starts else body
    return text.replace("self._home.run(", "await self._home.run(")


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
