"""Archives for tests: real ones from the mock server, and modified copies."""

from __future__ import annotations

import functools
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest

import sinkove

from .servers import mock_server

PROMPT = "Severe cardiomegaly with bilateral pneumonia"
SAMPLES = 5


@functools.cache
def real_archive() -> bytes:
    """The mock server's archive for ``PROMPT``, with images of 64 x 64 pixels."""
    with mock_server() as server, server.client() as client:
        config = {"model": "chest-xray-v2", "prompts": [PROMPT], "size": SAMPLES}
        dataset = client.create_dataset({**config, "args": {"seed": 7}})
        return client.datasets.download(dataset.wait(progress=False).id, progress=False)


def files_of(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zip_of(files: Mapping[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def metadata() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files_of(real_archive())["metadata.json"])
    return found


def with_metadata(changed: object) -> bytes:
    """The real archive with other metadata."""
    return zip_of({**files_of(real_archive()), "metadata.json": json.dumps(changed).encode()})


def refusal(content: bytes) -> sinkove.ArchiveError:
    """The error with which an archive is refused. It is short."""
    with pytest.raises(sinkove.ArchiveError) as caught:
        sinkove.open(content)
    assert len(str(caught.value)) < 500
    return caught.value
