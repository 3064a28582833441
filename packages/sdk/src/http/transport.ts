import { TimeoutError } from "../errors/client-errors.ts";
import { type Attempt, SinkoveError, withAttempts } from "../errors/sinkove-error.ts";
import type { Limits } from "../limits.ts";
import { type Answer, answerOf, CUT_SHORT } from "./answer.ts";
import { sleep } from "./clock.ts";
import { exchange, type Received } from "./exchange.ts";
import type { AttemptInfo } from "./observe.ts";
import type { Outgoing } from "./outgoing.ts";
import { randomUuid } from "./random-uuid.ts";
import type { Pass } from "./rate-limit.ts";
import { type Fault, mayBeDone, refusalOf } from "./refusal.ts";
import { backoffMs, isRetryable, retryAfterMs } from "./retry-timing.ts";
import type { Wire } from "./wire.ts";
import { within } from "./within.ts";

/** A request, and everything that its attempts share. */
interface Job {
  readonly request: Outgoing;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly attempts: Attempt[];
}

/**
 * Sends a request until there is a response, or its retries or time are used up, or it is aborted.
 *
 * Most requests succeed with the first attempt. What only the others need (the list of attempts,
 * headers for hooks, the rate limit as numbers) is created on demand.
 */
export function send(request: Outgoing, wire: Wire): Promise<Answer | Received> {
  const { runtime } = wire;
  const { method, headers, options } = request;
  const { signal, idempotencyKey } = options;
  const limits = { ...wire.limits, ...options };
  const attempts: Attempt[] = [];
  // The same key for all attempts, so that the server carries the request out once.
  const id = method === "POST" && { "idempotency-key": idempotencyKey ?? randomUuid() };
  const sent = id ? { ...request, headers: { ...id, ...headers } } : request;
  const start = (stop?: AbortSignal) =>
    persist({ request: sent, limits, attempts, signal: stop }, wire);
  const timeout = limits.totalTimeout;
  if (!timeout) return start(signal);
  const timedOut = () => withAttempts(new TimeoutError("The request", timeout), attempts);
  return within({ runtime, signal, timeout, timedOut }, start);
}

async function persist(job: Job, wire: Wire): Promise<Answer | Received> {
  const { runtime, observer } = wire;
  const { request, limits, signal, attempts } = job;
  const { method, url, reading } = request;
  let isLost: boolean | undefined;
  for (let attempt = 1; ; attempt++) {
    const info = { method, url, attempt };
    const outcome = await attemptOnce(info, job, wire);
    if ("body" in outcome) return outcome;
    const { received, error, failed, isTransient, asked } = outcome;
    const mayWait = (asked ?? 0) <= limits.maxRetryWait;
    if (!isTransient || signal?.aborted || attempt > limits.maxRetries || !mayWait) {
      // A 404 after an attempt whose response was lost: that attempt did the deletion.
      const isDeleted = isLost && method === "DELETE" && error.code.endsWith("_NOT_FOUND");
      if (received && (reading.isRaw || isDeleted)) return { ...received, body: undefined };
      throw withAttempts(error, [...attempts, failed]);
    }
    isLost ||= mayBeDone(error);
    const waitMs = asked ?? backoffMs(attempt, runtime.random);
    attempts.push({ ...failed, waitMs });
    observer.onRetry?.({ ...info, failed, waitMs });
    await sleep(waitMs, runtime, signal);
  }
}

/** An attempt that has failed. */
interface Failure {
  /** It ends the call unless there is a retry. */
  readonly error: SinkoveError;
  readonly received?: Received;
  readonly failed: Attempt;
  /** Whether another attempt may succeed. */
  readonly isTransient: boolean;
  /** How long the server asks to wait, in milliseconds. */
  readonly asked?: number | undefined;
}

/** Sends a request once, when the gate allows it, and calls the hooks for the end of the attempt. */
function attemptOnce(
  info: AttemptInfo,
  { request, limits: { timeout, maxRetryWait }, signal }: Job,
  wire: Wire,
): Promise<Answer | Failure> {
  const { runtime, observer, gate, clean } = wire;
  let pass: Pass | undefined;
  const timedOut = () =>
    new TimeoutError(pass ? "An attempt" : "The wait for the rate limit", timeout);
  const attempt = within({ runtime, signal, timeout, timedOut }, (stop) => {
    const go = (given: Pass) => {
      pass = given;
      return exchange({ request, info, signal: stop }, wire);
    };
    return gate.enter(go, stop, (waitMs) => observer.onWait?.({ ...info, waitMs }));
  });
  const leave = (response?: Response) => {
    gate.leave(pass, response, maxRetryWait);
    return runtime.now() - (pass?.sentAt ?? 0);
  };
  return attempt.then(
    (received) => {
      const { status, headers } = received.response;
      const durationMs = leave(received.response);
      // Without keys, because a server can send any text.
      const requestId = clean(headers.get("x-request-id") ?? "") || undefined;
      const told = { status, requestId, durationMs };
      observer.onResponse?.({ ...info, ...told, headers });
      const answer = answerOf(received, request);
      if (typeof answer === "object") return answer;
      const failed = { ...told, error: answer && clean(answer) };
      const asked = retryAfterMs(headers, runtime.now());
      const error = refusalOf(received, clean, { ...failed, asked });
      const isTransient = answer === CUT_SHORT || isRetryable(status);
      return { error, received, failed, isTransient, asked };
    },
    (error: unknown) => {
      const durationMs = leave();
      // Aborted or timed out before its turn, or an error of a hook.
      if (!pass || !(error instanceof SinkoveError)) throw error;
      observer.onError?.({ ...info, error, durationMs });
      const failed = { error: error.message, durationMs };
      const { isTransient = error instanceof TimeoutError }: Fault = error;
      return { error, failed, isTransient };
    },
  );
}
