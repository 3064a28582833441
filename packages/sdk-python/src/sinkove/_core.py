"""Sends requests until they are answered: attempts, retries, limits, redirects, the gate."""

from __future__ import annotations

import itertools
import json
import math
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import SplitResult

from . import _flow as flow
from ._answers import CUT_SHORT, data_of, error_of, is_cut_short, require_same_id
from ._flow import Ask, Flow, Headers, Pass, Request, Response, Sleep
from ._inputs import json_value
from ._misplaced_key import refuse_key_in
from ._names import attribute_name
from ._observe import Hooks, Observer, RequestInfo
from ._operation import Operation
from ._options import Limits, RequestOptions, checked_headers, finite
from ._rate_limit import Gate, RateLimit, rate_limit_of
from ._runtime import Runtime
from ._secret import KeyHolder, Sealed
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

_MOST_REDIRECTS = 5


@dataclass(frozen=True)
class CoreInit:
    """What a core is made of."""

    base_url: SplitResult
    key: KeyHolder
    limits: Limits
    headers: Mapping[str, str]
    hooks: Hooks
    runtime: Runtime
    new_event: Callable[[], Any]


@dataclass
class _Call:
    """One logical request: what is sent, and what has come of it so far."""

    request: Request
    limits: Limits
    ends_at: float
    is_over: bool = False
    """Whether the time for all attempts ran out."""
    attempts: list[Attempt] = field(default_factory=list)


class Core:
    """The client without its surface: every request of it shares the gate and the key."""

    def __init__(self, init: CoreInit) -> None:
        self.base_url = init.base_url.geturl().rstrip("/")
        self._host = init.base_url.netloc
        self.key = init.key
        self.limits = init.limits
        self.runtime = init.runtime
        self.rate_limit: RateLimit | None = None
        self.model_ids: dict[str, str] = {}
        """Ids of models by their slugs, as far as they were asked for."""
        self._headers = init.headers
        self._gate = Gate(init.runtime, init.new_event)
        self._observer = Observer(init.hooks, init.key.clean)

    def call(self, operation: Operation, options: RequestOptions) -> Flow[tuple[Any, Response]]:
        """Sends an operation; the answer is its JSON, and the response that it came in."""
        response, attempts = yield from self._persist(self._begin(operation, options))
        error: SinkoveError
        if response.status >= 400:
            wait = retry_after(response.headers, self.runtime.wall)
            error = error_of(response, self.key.clean, wait)
            if operation.method == "DELETE" and _is_deleted(error, attempts):
                return None, response
        else:
            try:
                data = data_of(response, self.key.clean)
                if operation.path.endswith("}") and data is not None:
                    require_same_id(operation.last_param, response)
                return data, response
            except ResponseError as unreadable:
                error = unreadable
        raise _with(error, attempts)

    def _begin(self, operation: Operation, options: RequestOptions) -> _Call:
        limits = self.limits.but(options)
        total = finite(limits.total_timeout)
        ends_at = self.runtime.now() + total if total else math.inf
        return _Call(self._write(operation, options), limits, ends_at)

    def _write(self, operation: Operation, options: RequestOptions) -> Request:
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
        refuse_key_in("idempotency_key", options.get("idempotency_key"))
        if operation.method == "POST" and "idempotency-key" not in headers:
            headers["idempotency-key"] = options.get("idempotency_key") or str(uuid.uuid4())
        url = f"{self.base_url}{path}{'?' if query else ''}{query}"
        return Request(operation.method, url, headers, body)

    def _persist(self, call: _Call) -> Flow[tuple[Response, list[Attempt]]]:
        for retry in itertools.count():
            yield from self._enter(call)
            started_at = self.runtime.now()
            outcome = yield from self._once(call, retry)
            wait = self._wait_after(outcome, retry, call)
            is_last = wait is None or retry >= call.limits.max_retries
            failed = self._attempt_of(outcome, self.runtime.now() - started_at)
            call.attempts.append(failed if is_last else replace(failed, wait=wait))
            if wait is None or is_last:
                if isinstance(outcome, SinkoveError):
                    raise _with(outcome, call.attempts)
                return outcome, call.attempts
            yield from self._observer.retry(_info(call.request, retry), failed, wait)
            yield from self._sleep(wait, call)
        raise AssertionError  # a count never ends

    def _enter(self, call: _Call) -> Flow[None]:
        while True:
            ticket = self._gate.admit()
            if ticket is None:
                return
            if isinstance(ticket, float):
                yield from self._sleep(ticket, call)
                continue
            left = call.ends_at - self.runtime.now()
            expired = False
            try:
                yield Pass(ticket, finite(max(left, 1e-9)))
            except flow.Expired:
                expired = True
            if expired:
                raise self._timed_out(call)

    def _sleep(self, seconds: float, call: _Call) -> Flow[None]:
        left = call.ends_at - self.runtime.now()
        yield Sleep(max(0.0, min(seconds, left)))
        if seconds >= left:
            raise self._timed_out(call)

    def _timed_out(self, call: _Call) -> SinkoveError:
        total = call.limits.total_timeout or 0.0
        return _with(TimeoutError("The request", total), call.attempts)

    def _once(self, call: _Call, retry: int) -> Flow[Response | SinkoveError]:
        """Makes one attempt. Only what is not ours to handle is raised: a hook's error, an end."""
        try:
            info = _info(call.request, retry)
            yield from self._observer.request(info)
            started_at = self.runtime.now()
            outcome = yield from self._watched(info, call, started_at)
            if isinstance(outcome, Response):
                self.rate_limit = rate_limit_of(outcome.headers) or self.rate_limit
                longest = call.limits.max_retry_wait
                self._gate.learn(outcome.status, outcome.headers, started_at, longest)
                yield from self._observer.response(info, outcome, self.runtime.now() - started_at)
            return outcome
        finally:
            self._gate.leave()

    def _watched(
        self, info: RequestInfo, call: _Call, started_at: float
    ) -> Flow[Response | SinkoveError]:
        """Makes an attempt, and tells of it where there is no answer."""
        try:
            outcome = yield from self._attempt(replace(call.request, headers=info.headers), call)
        except BaseException as end:  # a cancellation, Ctrl-C, a key that was refused
            yield from self._observer.error(info, end, self.runtime.now() - started_at)
            raise
        if isinstance(outcome, SinkoveError):
            yield from self._observer.error(info, outcome, self.runtime.now() - started_at)
        return outcome

    def _attempt(self, request: Request, call: _Call) -> Flow[Response | SinkoveError]:
        timeout = finite(call.limits.timeout)
        left = call.ends_at - self.runtime.now()
        is_total = timeout is None or left < timeout
        try:
            key = yield from self._current_key()
            seconds = finite(left) if is_total else timeout
            return (yield from self._follow(replace(request, key=key), seconds))
        except flow.Expired:
            if is_total:
                call.is_over = True
                return TimeoutError("The request", call.limits.total_timeout or 0.0)
            return TimeoutError("An attempt", timeout or 0.0)
        except flow.Broken as broken:
            return connection_error(self.key.clean(self._host), broken)

    def _current_key(self) -> Flow[Sealed]:
        if self.key.fixed:
            return self.key.fixed
        given: Sealed = yield Ask(self.key.ask)
        return self.key.accept(given)

    def _follow(self, request: Request, seconds: float | None) -> Flow[Response]:
        """Follows redirects itself, within the origin only."""
        ends_at = math.inf if seconds is None else self.runtime.now() + seconds
        for redirects in itertools.count():
            left = ends_at - self.runtime.now()
            if left <= 0:
                raise flow.Expired
            response = self._cleaned((yield from flow.fetch(request, finite(left))))
            location = response.headers.get("location")
            target = redirect_target(response.status, location, request.url, request.method)
            if target is None or redirects >= _MOST_REDIRECTS:
                return response
            request = replace(request, url=target)
        raise AssertionError  # a count never ends

    def _cleaned(self, response: Response) -> Response:
        """A server may send back what it was sent: not even a debugger shows it then."""
        headers = {name: self.key.clean(text) for name, text in response.headers.items()}
        return replace(response, headers=Headers(headers))

    def _wait_after(
        self, outcome: Response | SinkoveError, retry: int, call: _Call
    ) -> float | None:
        """Seconds until the next attempt; None where none is to be made."""
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

    def _attempt_of(self, outcome: Response | SinkoveError, duration: float) -> Attempt:
        if isinstance(outcome, SinkoveError):
            return Attempt(error=str(outcome), duration=duration)
        error = CUT_SHORT if is_cut_short(outcome) else None
        return Attempt(outcome.status, outcome.request_id, error, duration)


def connection_error(host: str, broken: flow.Broken) -> ConnectionError:
    """The error for a request without a response. Its words hold no key."""
    if "CERTIFICATE_VERIFY_FAILED" not in str(broken):
        return ConnectionError(f"The connection to {host} failed: {broken}")
    return ConnectionError(
        f"The certificate of {host} is not trusted: {broken}. For a private CA, set SSL_CERT_FILE"
        " to its file, or pass verify=ssl.create_default_context(cafile=…).",
        is_transient=False,
    )


def _json(body: Mapping[str, Any]) -> bytes:
    value = {name: json_value(attribute_name(name), body[name]) for name in body}
    try:
        return json.dumps(value, allow_nan=False).encode()
    except ValueError:  # an integer of more digits than Python writes
        pass
    raise ArgumentError("A number has too many digits.")


def _is_deleted(error: APIError, attempts: list[Attempt]) -> bool:
    """Whether a 404 says that an earlier attempt, whose answer was lost, has deleted it."""
    may_be_done = any(attempt.status not in (408, 429) for attempt in attempts[:-1])
    return may_be_done and error.status == 404 and error.code.endswith("_NOT_FOUND")


def _info(request: Request, retry: int) -> RequestInfo:
    return RequestInfo(request.method, request.url, retry + 1, dict(request.headers))


def _with(error: SinkoveError, attempts: list[Attempt]) -> SinkoveError:
    error.attempts = tuple(attempts)
    return error
