"""Generates src/sinkove/generated/models.py from the bundled contract."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
BUNDLE = PACKAGE.parent.parent / "openapi/generated/openapi.json"
TARGET = PACKAGE / "src/sinkove/generated/models.py"

OPTIONS = (
    "--input-file-type=openapi",
    "--output-model-type=dataclasses.dataclass",
    "--target-python-version=3.10",
    "--snake-case-field",
    "--enum-field-as-literal=all",
    "--use-schema-description",
    "--use-field-description",
    "--use-union-operator",
    "--use-standard-collections",
    "--disable-timestamp",
    "--formatters=builtin",
)

RECORD = "\nfrom .. import _record\n"
"""Imports the base class of all models, which checks fields and has a short repr."""

# A model without fields accepts any members, so it becomes a dictionary.
EMPTY = re.compile(r'@dataclass\nclass (\w+):\n((?:    """\n(?:    .*\n)*?    """\n)?)(?=\n\n|\Z)')


def render() -> str:
    """The content of the module."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "models.py"
        command = [sys.executable, "-m", "datamodel_code_generator", f"--input={BUNDLE}"]
        subprocess.run([*command, f"--output={output}", *OPTIONS], check=True)
        text = output.read_text("utf-8")
    text = EMPTY.sub(_as_dictionary, text)
    text = re.sub(r"@dataclass\n(class \w+):", r"@dataclass\n\1(_record.Record):", text)
    text = text.replace("@dataclass\n", "@dataclass(repr=False, eq=False)\n")
    text = re.sub(r"(from typing import .*\n)", rf"\1{RECORD}", text, count=1)
    names = sorted(re.findall(r"^class (\w+)\(|^(\w+): TypeAlias", text, re.MULTILINE))
    listed = "".join(f"    {(kind or alias)!r},\n" for kind, alias in names)
    return f"{text}\n\n__all__ = [\n{listed}]\n"


def _as_dictionary(match: re.Match[str]) -> str:
    words = re.sub(r"^    ", "", match[2], flags=re.MULTILINE)
    return f"{match[1]}: TypeAlias = dict[str, Any]\n{words}"


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
