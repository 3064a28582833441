"""All exceptions of this package.

``except SinkoveError`` catches them all. Use ``code`` in your program: it is stable. The message is
for people. Neither contains any part of an API key.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._json_types import is_array, is_object

if TYPE_CHECKING:
    from .datasets._base import BaseDataset


@dataclass(frozen=True)
class Attempt:
    """One attempt to send a request, as errors and ``on_retry`` report it."""

    status: int | None = None
    """The status of the response; None if there was no response."""
    request_id: str | None = None
    error: str | None = None
    """Why there was no readable response, without secrets."""
    duration: float = 0.0
    """From sending to the end of the body, in seconds."""
    wait: float | None = None
    """How long the client waited after it before the next attempt, in seconds."""


@dataclass(frozen=True)
class Violation:
    """One way in which a request breaks the contract."""

    pointer: str
    """A JSON Pointer (RFC 6901) into the body, or the name of a parameter."""
    detail: str
    keyword: str


class SinkoveError(Exception):
    """The base of all exceptions of this package."""

    code: str
    """A constant that says what happened."""
    attempts: tuple[Attempt, ...] = ()
    """All attempts of the request, in order; empty if nothing was sent."""

    def __init__(self, message: str, *, code: str = "SINKOVE_ERROR") -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        """Makes errors picklable, whatever arguments their constructors take."""
        return _restore, (type(self), self.args, dict(self.__dict__))


def _restore(
    kind: type[SinkoveError], args: tuple[Any, ...], members: dict[str, Any]
) -> SinkoveError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(members)
    return error


class AuthError(SinkoveError):
    """The API key is invalid: the API rejected it, or the client did before sending it."""

    reason: str | None = None
    """What is wrong with the key: ``missing``, ``placeholder``, ``unknown`` and so on."""


class ConfigurationError(SinkoveError, ValueError):
    """The options of the client are invalid. Nothing was sent."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="CONFIGURATION")


class ApiKeyError(AuthError, ConfigurationError):
    """There is no API key, or it is invalid; the message says why. Nothing was sent."""

    def __init__(self, message: str, reason: str | None = None) -> None:
        ConfigurationError.__init__(self, message)
        self.reason = reason


class ArgumentError(SinkoveError, ValueError):
    """An argument is invalid, such as an id with a slash. Nothing was sent."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="INVALID_ARGUMENT")


class ConnectionError(SinkoveError, builtins.ConnectionError):
    """No response: no network, a refused or broken connection, or an untrusted certificate."""

    is_transient: bool
    """False if another attempt would fail too: the server's certificate is not trusted."""
    not_sent: bool
    """True if there was no connection: the server has not received the request."""

    def __init__(self, message: str, *, is_transient: bool = True, not_sent: bool = False) -> None:
        super().__init__(message, code="CONNECTION_FAILED")
        self.is_transient = is_transient
        self.not_sent = not_sent


class TimeoutError(SinkoveError, builtins.TimeoutError):
    """A time limit of yours ran out. The server may still have processed the request."""

    timeout: float
    """The limit that ran out, in seconds."""

    def __init__(self, what: str, timeout: float) -> None:
        limit = f"{timeout:g} s ({timeout * 1000:g} ms)"
        super().__init__(f"{what} took longer than {limit}.", code="TIMEOUT")
        self.timeout = timeout


class ResponseError(SinkoveError):
    """The response does not follow the API: HTML, truncated JSON, no body, or a redirect."""

    status: int
    request_id: str | None

    def __init__(self, message: str, status: int, request_id: str | None = None) -> None:
        super().__init__(message, code="UNREADABLE_RESPONSE")
        self.status = status
        self.request_id = request_id


class FieldError(SinkoveError, AttributeError):
    """A field of a record cannot be read: the response lacks it, or it has another type.

    It is also an ``AttributeError``, so that ``hasattr`` and ``getattr`` with a default work.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message, code="MISSING_FIELD")


class DatasetError(SinkoveError):
    """The dataset failed or expired during a wait."""

    dataset: BaseDataset

    def __init__(self, dataset: BaseDataset) -> None:
        failed = dataset.state == "FAILED"
        reason = getattr(getattr(dataset, "metadata", None), "failure_reason", None)
        why = f"failed: {reason or 'the service gave no reason'}" if failed else "has expired."
        code = "DATASET_FAILED" if failed else "DATASET_EXPIRED"
        super().__init__(f"The dataset {getattr(dataset, 'id', '')} {why}", code=code)
        self.dataset = dataset


class DownloadError(SinkoveError):
    """A download failed. An incomplete file never gets the final name.

    ``code`` is ``FILE_EXISTS``, ``NOT_WRITTEN``, ``CHECKSUM_MISMATCH`` or ``INCOMPLETE``.
    """


class ArchiveError(SinkoveError, ValueError):
    """A dataset's file cannot be read.

    ``code`` is ``FILE_NOT_FOUND``, ``DAMAGED``, ``UNSAFE_ARCHIVE``, ``INVALID_METADATA``,
    ``CHANGED``, ``CLOSED`` or ``NOT_WRITTEN``; otherwise ``UNREADABLE``.
    """

    def __init__(self, message: str, *, code: str = "UNREADABLE") -> None:
        super().__init__(message, code=code)


class MissingDependencyError(SinkoveError, ImportError):
    """An optional package is missing; the message says how to install it."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{package} is needed to {purpose}, but cannot be imported."
            f' Install it: pip install "sinkove-sdk[{extra}]"',
            code="MISSING_DEPENDENCY",
        )


class APIError(SinkoveError):
    """The API responded with an error (RFC 9457).

    Errors without a problem document have the code ``HTTP_<status>``.
    """

    status: int
    detail: str | None
    """What is wrong and what to do."""
    request_id: str | None
    """The request's id in the service's log: quote it when you ask for help."""
    required_scopes: tuple[str, ...]
    """The scopes that the key lacks, if ``code`` is ``PERMISSION_DENIED``."""
    errors: tuple[Violation, ...]
    """Each violation and its location, if ``code`` is ``VALIDATION_ERROR``."""
    retry_after: int | None
    """Seconds to wait before trying again, if the server says so."""
    reason: str | None

    def __init__(
        self,
        status: int,
        problem: Mapping[str, Any],
        *,
        request_id: str | None = None,
        retry_after: int | None = None,
        message: str | None = None,
    ) -> None:
        code = _text(problem.get("code"))
        self.errors = _violations(problem.get("errors"))
        super().__init__(
            message or _describe(status, problem, self.errors), code=code or f"HTTP_{status}"
        )
        self.status = status
        self.detail = _text(problem.get("detail"))
        self.reason = _text(problem.get("reason"))
        self.request_id = request_id or _text(problem.get("requestId"))
        self.required_scopes = tuple(map(str, _sequence(problem.get("requiredScopes"))))
        self.retry_after = retry_after if retry_after is not None else _integer(problem)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _integer(problem: Mapping[str, Any]) -> int | None:
    value = problem.get("retryAfterSeconds")
    return value if isinstance(value, int) else None


def _sequence(value: object) -> Sequence[Any]:
    return value if is_array(value) else ()


def _violations(value: object) -> tuple[Violation, ...]:
    return tuple(
        Violation(*(str(each.get(name, "")) for name in ("pointer", "detail", "keyword")))
        for each in _sequence(value)
        if is_object(each)
    )


def _describe(status: int, problem: Mapping[str, Any], errors: Sequence[Violation]) -> str:
    words = _text(problem.get("detail")) or _text(problem.get("title"))
    code = _text(problem.get("code"))
    places = "".join(f"\n  {each.pointer}: {each.detail}" for each in errors)
    head = f"{status} {code}" if code else f"{status}"
    return f"{head}: {words or 'The server gave no reason.'}{places}"


class BadRequestError(APIError):
    """400: the request is not valid HTTP or JSON."""


class AuthenticationError(APIError, AuthError):
    """401: the API key is missing, invalid, expired, revoked or disabled."""


class InsufficientCreditsError(APIError):
    """402: the organization has fewer credits than the request costs."""


class PermissionDeniedError(APIError):
    """403: the key lacks a scope, or has no access to the organization."""


class NotFoundError(APIError):
    """404: the object does not exist, or belongs to another account."""


class ConflictError(APIError):
    """409: the current state does not allow the request."""


class GoneError(APIError):
    """410: the object has expired."""


class ValidationError(APIError, ValueError):
    """422: the request breaks the contract; ``errors`` lists every violation."""


class RateLimitError(APIError):
    """429: too many requests; ``retry_after`` says when to try again."""


class ServerError(APIError):
    """5xx: the service failed."""


_BY_STATUS: Mapping[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: InsufficientCreditsError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    410: GoneError,
    422: ValidationError,
    429: RateLimitError,
}


def error_class_of(status: int) -> type[APIError]:
    """The class for a status: its own, that of its family, or ``APIError``."""
    return _BY_STATUS.get(status, ServerError if status >= 500 else APIError)


# Spelled as in the service's documentation.
SinkoveAuthError = SinkovelAuthError = AuthError
SinkoveAPIError = SinkovelAPIError = APIError

# Excludes ConnectionError and TimeoutError: `import *` would hide the builtin ones.
__all__ = [
    "APIError",
    "ApiKeyError",
    "ArchiveError",
    "ArgumentError",
    "Attempt",
    "AuthError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "DatasetError",
    "DownloadError",
    "FieldError",
    "GoneError",
    "InsufficientCreditsError",
    "MissingDependencyError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseError",
    "ServerError",
    "SinkoveAPIError",
    "SinkoveAuthError",
    "SinkoveError",
    "SinkovelAPIError",
    "SinkovelAuthError",
    "ValidationError",
    "Violation",
]
