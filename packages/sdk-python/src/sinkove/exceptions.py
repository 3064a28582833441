"""Everything that this package raises.

``except SinkoveError`` tells its errors from a program's own. ``code`` is stable, and made for
``match``; the message is for people, and holds no part of an API key.
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
    """The base of everything that this package raises."""

    code: str
    """What happened, as a constant."""
    attempts: tuple[Attempt, ...] = ()
    """All attempts of the request, in order; empty if nothing was sent."""

    def __init__(self, message: str, *, code: str = "SINKOVE_ERROR") -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        """An error survives a process boundary, whatever its constructor takes."""
        return _restore, (type(self), self.args, dict(self.__dict__))


def _restore(
    kind: type[SinkoveError], args: tuple[Any, ...], members: dict[str, Any]
) -> SinkoveError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(members)
    return error


class AuthError(SinkoveError):
    """The API key is wrong: refused by the API, or before it was sent."""

    reason: str | None = None
    """What is wrong with the key: ``missing``, ``placeholder``, ``unknown`` and so on."""


class ConfigurationError(SinkoveError, ValueError):
    """The client cannot be used as it is set up. Nothing was sent."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="CONFIGURATION")


class ApiKeyError(AuthError, ConfigurationError):
    """There is no API key, or one that cannot be right; the message says why. Nothing was sent."""

    def __init__(self, message: str, reason: str | None = None) -> None:
        ConfigurationError.__init__(self, message)
        self.reason = reason


class ArgumentError(SinkoveError, ValueError):
    """An argument cannot be right, such as an id with a slash. Nothing was sent."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="INVALID_ARGUMENT")


class ConnectionError(SinkoveError, builtins.ConnectionError):
    """No response: no network, a refused or broken connection, or an untrusted certificate."""

    is_transient: bool
    """False if another attempt would fail too: the server's certificate is not trusted."""

    def __init__(self, message: str, *, is_transient: bool = True) -> None:
        super().__init__(message, code="CONNECTION_FAILED")
        self.is_transient = is_transient


class TimeoutError(SinkoveError, builtins.TimeoutError):
    """A time limit of yours ran out. The server may still have done what it was asked."""

    timeout: float
    """The limit that ran out, in seconds."""

    def __init__(self, what: str, timeout: float) -> None:
        limit = f"{timeout:g} s ({timeout * 1000:g} ms)"
        super().__init__(f"{what} took longer than {limit}.", code="TIMEOUT")
        self.timeout = timeout


class ResponseError(SinkoveError):
    """The response is not what the API sends: HTML, truncated JSON, no body, or a redirect."""

    status: int
    request_id: str | None

    def __init__(self, message: str, status: int, request_id: str | None = None) -> None:
        super().__init__(message, code="UNREADABLE_RESPONSE")
        self.status = status
        self.request_id = request_id


class FieldError(SinkoveError, AttributeError):
    """A field of a record cannot be read: the response did not have it, or had another type.

    It is an ``AttributeError`` too, so that ``hasattr`` and ``getattr`` with a default work.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message, code="MISSING_FIELD")


class DatasetError(SinkoveError):
    """While it was waited for, the dataset failed or expired."""

    dataset: BaseDataset

    def __init__(self, dataset: BaseDataset) -> None:
        failed = dataset.state == "FAILED"
        reason = getattr(getattr(dataset, "metadata", None), "failure_reason", None)
        why = f"failed: {reason or 'the service gave no reason'}" if failed else "has expired."
        code = "DATASET_FAILED" if failed else "DATASET_EXPIRED"
        super().__init__(f"The dataset {getattr(dataset, 'id', '')} {why}", code=code)
        self.dataset = dataset


class DownloadError(SinkoveError):
    """A download that did not come to its end. No half file has the final name.

    ``code`` is ``FILE_EXISTS``, ``CHECKSUM_MISMATCH`` or ``INCOMPLETE``.
    """


class ArchiveError(SinkoveError, ValueError):
    """The file of a dataset cannot be read.

    ``code`` is ``FILE_NOT_FOUND``, ``DAMAGED``, ``UNSAFE_ARCHIVE``, ``INVALID_METADATA``,
    ``CHANGED``, ``CLOSED`` or ``NOT_WRITTEN``; otherwise ``UNREADABLE``.
    """

    def __init__(self, message: str, *, code: str = "UNREADABLE") -> None:
        super().__init__(message, code=code)


class MissingDependencyError(SinkoveError, ImportError):
    """A package is missing that an extra of this one installs; the message says how."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(
            f"{package} is needed to {purpose}, and cannot be imported."
            f' Install it: pip install "sinkove-sdk[{extra}]"',
            code="MISSING_DEPENDENCY",
        )


class APIError(SinkoveError):
    """The API answered with an error (RFC 9457).

    Errors without a problem document have the code ``HTTP_<status>``.
    """

    status: int
    detail: str | None
    """What is wrong and what to do."""
    request_id: str | None
    """Names the request in the service's log: quote it when you ask for help."""
    required_scopes: tuple[str, ...]
    """With ``PERMISSION_DENIED``: the scopes that the key lacks."""
    errors: tuple[Violation, ...]
    """With ``VALIDATION_ERROR``: each violation, and where it is."""
    retry_after: int | None
    """Seconds after which to try again, where the server says so."""
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
    """400: the request is not HTTP or JSON as it should be."""


class AuthenticationError(APIError, AuthError):
    """401: the API key is missing, wrong, expired, revoked or disabled."""


class InsufficientCreditsError(APIError):
    """402: the organization has fewer credits than the request costs."""


class PermissionDeniedError(APIError):
    """403: the key lacks a scope, or does not reach the organization."""


class NotFoundError(APIError):
    """404: it does not exist, or belongs to another account."""


class ConflictError(APIError):
    """409: the state of things does not admit the request now."""


class GoneError(APIError):
    """410: it has expired."""


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
    """The class of a status: that of its family, or ``APIError`` itself."""
    return _BY_STATUS.get(status, ServerError if status >= 500 else APIError)


# As the documentation of the service spells them.
SinkoveAuthError = SinkovelAuthError = AuthError
SinkoveAPIError = SinkovelAPIError = APIError

# Without ConnectionError and TimeoutError: `import *` would hide the builtin ones.
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
