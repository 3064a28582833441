"""Sends requests: attempts, retries, time limits, redirects and the rate limiter."""

from __future__ import annotations

import itertools
import json
import math
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import SplitResult

from ._credentials import Credentials
from ._effects import (
    AskForKey,
    DeadlineExceeded,
    Effects,
    NetworkError,
    Request,
    Sleep,
    WaitForEvent,
    send,
)
from ._inputs import json_value
from ._misplaced_key import refuse_key_in
from ._names import attribute_name
from ._observer import Observer
from ._operation import Operation
from ._options import Limits, RequestOptions, checked_headers, finite
from ._parsing import CUT_SHORT, data_of, error_of, is_cut_short, require_same_id
from ._rate_limiter import RateLimiter
from ._secret import Secret
from ._timing import backoff, is_retryable, retry_after
from ._urls import fill_path, redirect_target, write_query
from .exceptions import (
    APIError,
    ArgumentError,
    Attempt,
    ConnectionError,
    ResponseError,
    SinkoveError,
    TimeoutError,
)
from .hooks import Hooks, RequestInfo
from .rate_limit import RateLimit, rate_limit_of
from .responses import Headers, Response
from .runtime import Runtime

_MOST_REDIRECTS = 5


@dataclass(frozen=True)
class CoreOptions:
    """The checked options of a client."""

    base_url: SplitResult
    credentials: Credentials
    limits: Limits
    headers: Mapping[str, str]
    hooks: Hooks
    runtime: Runtime
    new_event: Callable[[], Any]


@dataclass
class _Call:
    """One call of the program, with all of its attempts."""

    request: Request
    limits: Limits
    ends_at: float
    is_over: bool = False
    """Whether the time limit for all attempts has passed."""
    may_be_done: bool = False
    """Whether the server may have carried out an attempt that was retried."""
    attempts: list[Attempt] = field(default_factory=list[Attempt])


class Core:
    """What all resources of a client share: credentials, limits, hooks and the rate limiter."""

    def __init__(self, options: CoreOptions) -> None:
        self.base_url = options.base_url.geturl().rstrip("/")
        self._host = options.base_url.netloc
        self.credentials = options.credentials
        self.limits = options.limits
        self.runtime = options.runtime
        self.rate_limit: RateLimit | None = None
        self.model_ids: dict[str, str] = {}
        """The ids of models that have been looked up, by slug."""
        self._headers = options.headers
        self._rate_limiter = RateLimiter(options.runtime, options.new_event)
        self._observer = Observer(options.hooks, options.credentials.clean)

    def call(self, operation: Operation, options: RequestOptions) -> Effects[tuple[Any, Response]]:
        """Sends an operation. Returns its JSON and the response."""
        call = self._start_call(operation, options)
        response = yield from self._send_with_retries(call)
        error: SinkoveError
        if response.status >= 400:
            wait = retry_after(response.headers, self.runtime.wall)
            error = error_of(response, self.credentials.clean, wait)
            if call.may_be_done and operation.method == "DELETE" and _is_missing(error):
                return None, response
        else:
            try:
                data = data_of(response, self.credentials.clean)
                if operation.path.endswith(("_id}", "{id}")) and data is not None:
                    require_same_id(operation.last_param, response)
                return data, response
            except ResponseError as unreadable:
                error = unreadable
        raise _with_attempts(error, call.attempts)

    def _start_call(self, operation: Operation, options: RequestOptions) -> _Call:
        limits = self.limits.but(options)
        total = finite(limits.total_timeout)
        ends_at = self.runtime.now() + total if total else math.inf
        return _Call(self._build_request(operation, options), limits, ends_at)

    def _build_request(self, operation: Operation, options: RequestOptions) -> Request:
        query = write_query(operation.query)
        path = fill_path(operation.path, operation.params)
        headers = {name.lower(): text for name, text in self._headers.items()}
        headers.update(checked_headers(options.get("headers", {})))
        headers.pop("authorization", None)
        body = None
        if operation.body is not None:
            for name, value in operation.body.items():
                refuse_key_in("The name of a member", name)
                refuse_key_in(name, value)
            body = _json(operation.body)
            headers["content-type"] = "application/json"
        if operation.method == "POST" and "idempotency-key" not in headers:
            headers["idempotency-key"] = options.get("idempotency_key") or str(uuid.uuid4())
        url = f"{self.base_url}{path}{'?' if query else ''}{query}"
        return Request(operation.method, url, headers, body)

    def _send_with_retries(self, call: _Call) -> Effects[Response]:
        for retry in itertools.count():
            yield from self._acquire_permit(call)
            started_at = self.runtime.now()
            outcome = yield from self._make_attempt(call, retry)
            wait = self._retry_delay(outcome, retry, call)
            is_last = wait is None or retry >= call.limits.max_retries
            failed = self._attempt_report(outcome, self.runtime.now() - started_at)
            call.attempts.append(failed if is_last else replace(failed, wait=wait))
            if wait is None or is_last:
                if isinstance(outcome, SinkoveError):
                    raise _with_attempts(outcome, call.attempts)
                return outcome
            call.may_be_done |= _may_be_done(outcome)
            yield from self._observer.retry(_info(call.request, retry), failed, wait)
            yield from self._sleep(wait, call)
        raise AssertionError  # a count never ends

    def _acquire_permit(self, call: _Call) -> Effects[None]:
        while True:
            permit = self._rate_limiter.acquire()
            if permit is None:
                return
            if isinstance(permit, float):
                yield from self._sleep(permit, call)
                continue
            left = call.ends_at - self.runtime.now()
            expired = False
            try:
                yield WaitForEvent(permit, finite(max(left, 1e-9)))
            except DeadlineExceeded:
                expired = True
            if expired:
                raise self._timed_out(call)

    def _sleep(self, seconds: float, call: _Call) -> Effects[None]:
        left = call.ends_at - self.runtime.now()
        yield Sleep(max(0.0, min(seconds, left)))
        if seconds >= left:
            raise self._timed_out(call)

    def _timed_out(self, call: _Call) -> SinkoveError:
        total = call.limits.total_timeout or 0.0
        return _with_attempts(TimeoutError("The request", total), call.attempts)

    def _make_attempt(self, call: _Call, retry: int) -> Effects[Response | SinkoveError]:
        """Makes one attempt. Raises only errors of hooks, and cancellations."""
        try:
            info = _info(call.request, retry)
            yield from self._observer.request(info)
            started_at = self.runtime.now()
            outcome = yield from self._observed_attempt(info, call, started_at)
            if isinstance(outcome, Response):
                self.rate_limit = rate_limit_of(outcome.headers) or self.rate_limit
                longest = call.limits.max_retry_wait
                self._rate_limiter.update(outcome.status, outcome.headers, started_at, longest)
                yield from self._observer.response(info, outcome, self.runtime.now() - started_at)
            return outcome
        finally:
            self._rate_limiter.release()

    def _observed_attempt(
        self, info: RequestInfo, call: _Call, started_at: float
    ) -> Effects[Response | SinkoveError]:
        """Makes an attempt, and calls ``on_error`` if there is no response."""
        try:
            headers = checked_headers(info.headers)  # a hook may have added some
            outcome = yield from self._send(replace(call.request, headers=headers), call)
        except BaseException as end:  # a cancellation, Ctrl-C, a key that was refused
            yield from self._observer.error(info, end, self.runtime.now() - started_at)
            raise
        if isinstance(outcome, SinkoveError):
            yield from self._observer.error(info, outcome, self.runtime.now() - started_at)
        return outcome

    def _send(self, request: Request, call: _Call) -> Effects[Response | SinkoveError]:
        timeout = finite(call.limits.timeout)
        left = call.ends_at - self.runtime.now()
        is_total = timeout is None or left < timeout
        try:
            key = yield from self._current_key()
            seconds = finite(left) if is_total else timeout
            return (yield from self._follow_redirects(replace(request, key=key), seconds))
        except DeadlineExceeded:
            if is_total:
                call.is_over = True
                return TimeoutError("The request", call.limits.total_timeout or 0.0)
            return TimeoutError("An attempt", timeout or 0.0)
        except NetworkError as error:
            return connection_error(self.credentials.clean(self._host), error)

    def _current_key(self) -> Effects[Secret]:
        if self.credentials.fixed:
            return self.credentials.fixed
        given: Secret = yield AskForKey(self.credentials.call_provider)
        return self.credentials.accept(given)

    def _follow_redirects(self, request: Request, seconds: float | None) -> Effects[Response]:
        """Follows redirects, within the origin only."""
        ends_at = math.inf if seconds is None else self.runtime.now() + seconds
        for redirects in itertools.count():
            left = ends_at - self.runtime.now()
            if left <= 0:
                raise DeadlineExceeded
            response = self._cleaned((yield from send(request, finite(left))))
            location = response.headers.get("location")
            target = redirect_target(response.status, location, request.url, request.method)
            if target is None or redirects >= _MOST_REDIRECTS:
                return response
            request = replace(request, url=target)
        raise AssertionError  # a count never ends

    def _cleaned(self, response: Response) -> Response:
        """Redacts response headers: a server may echo a key, and a debugger shows headers."""
        headers = {name: self.credentials.clean(text) for name, text in response.headers.items()}
        return replace(response, headers=Headers(headers))

    def _retry_delay(
        self, outcome: Response | SinkoveError, retry: int, call: _Call
    ) -> float | None:
        """Seconds until the next attempt; None if there is no other attempt."""
        wait = backoff(retry, self.runtime.random)
        if isinstance(outcome, SinkoveError):
            is_untrusted = isinstance(outcome, ConnectionError) and not outcome.is_transient
            return None if call.is_over or is_untrusted else wait
        if not is_retryable(outcome.status) and not is_cut_short(outcome):
            return None
        asked = retry_after(outcome.headers, self.runtime.wall)
        if asked is None:
            return wait
        return asked if asked <= call.limits.max_retry_wait else None

    def _attempt_report(self, outcome: Response | SinkoveError, duration: float) -> Attempt:
        if isinstance(outcome, SinkoveError):
            return Attempt(error=str(outcome), duration=duration)
        error = CUT_SHORT if is_cut_short(outcome) else None
        return Attempt(outcome.status, outcome.request_id, error, duration)


def connection_error(host: str, error: NetworkError) -> ConnectionError:
    """The error for a request without a response. Its message contains no key."""
    if "CERTIFICATE_VERIFY_FAILED" not in str(error):
        message = f"The connection to {host} failed: {error}"
        return ConnectionError(message, not_sent=error.not_sent)
    return ConnectionError(
        f"The certificate of {host} is not trusted: {error}. For a private CA, set SSL_CERT_FILE"
        " to its file, or pass verify=ssl.create_default_context(cafile=…).",
        is_transient=False,
        not_sent=error.not_sent,
    )


def _json(body: Mapping[str, Any]) -> bytes:
    value = {name: json_value(attribute_name(name), body[name]) for name in body}
    try:
        return json.dumps(value, allow_nan=False).encode()
    except ValueError:  # an integer with more digits than Python converts
        pass
    raise ArgumentError("A number has too many digits.")


def _may_be_done(outcome: Response | SinkoveError) -> bool:
    """Whether the server may have carried out an attempt that failed."""
    if isinstance(outcome, Response):
        return outcome.status not in (408, 429)
    return not isinstance(outcome, ConnectionError) or not outcome.not_sent


def _is_missing(error: APIError) -> bool:
    return error.status == 404 and error.code.endswith("_NOT_FOUND")


def _info(request: Request, retry: int) -> RequestInfo:
    return RequestInfo(request.method, request.url, retry + 1, dict(request.headers))


def _with_attempts(error: SinkoveError, attempts: list[Attempt]) -> SinkoveError:
    error.attempts = tuple(attempts)
    return error
