"""Converts the results and errors of calls to the form that the behaviours use."""

from __future__ import annotations

import asyncio
import pickle
import traceback
from typing import Any

import sinkove
from sinkove import SinkoveError


class Left(BaseException):
    """Interrupts the program anywhere, like Ctrl-C."""


def plain(value: Any) -> Any:
    """A result as the behaviours write it."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, sinkove.DownloadedFile):
        return {"size": value.size, "skipped": value.skipped}
    return sinkove.raw_of(value)


def described(error: BaseException) -> dict[str, Any]:
    """An error as the behaviours write it."""
    printed = printed_of(error)
    if isinstance(error, (Left, asyncio.CancelledError)):
        return {
            "class": "AbortError",
            "code": "ABORTED",
            "cause": str(error),
            "message": str(error),
            "printed": printed,
        }
    if not isinstance(error, SinkoveError):
        return {"class": type(error).__name__, "message": str(error), "printed": printed}
    return {
        "class": type(error).__name__,
        "code": error.code,
        "message": str(error),
        "attempts": len(error.attempts),
        "status": getattr(error, "status", None),
        "retryAfter": getattr(error, "retry_after", None),
        "requestId": getattr(error, "request_id", None),
        "printed": printed,
    }


def printed_of(error: BaseException) -> str:
    """Everything that Python prints for an error, with the local variables of every frame."""
    frames = traceback.TracebackException.from_exception(error, capture_locals=True)
    pickled = pickle.dumps(error).decode("latin-1") if isinstance(error, SinkoveError) else ""
    return "".join([repr(error), str(error), repr(vars(error)), pickled, *frames.format()])
