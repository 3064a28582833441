"""An API with a dataset whose file can be downloaded."""

from __future__ import annotations

import hashlib
import itertools

import httpx

from .scripted_api import Api

FILE = b"film" * 100


def file_api(times: int = 1) -> Api:
    digest = hashlib.sha256(FILE).hexdigest()
    told = {"URL": "http://files.test/f", "size": len(FILE), "sha256": digest}
    answers = ((told, httpx.Response(200, content=FILE)) for _ in range(times))
    return Api(*itertools.chain.from_iterable(answers))
