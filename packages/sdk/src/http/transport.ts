import { ConnectionError, TimeoutError } from "../errors/client-errors.ts";
import { type Attempt, SinkoveError, withAttempts } from "../errors/sinkove-error.ts";
import type { Limits } from "../limits.ts";
import { type Answer, answerOf, CUT_SHORT } from "./answer.ts";
import { sleep } from "./clock.ts";
import { exchange, type Received } from "./exchange.ts";
import type { Outgoing } from "./outgoing.ts";
import { randomUuid } from "./random-uuid.ts";
import type { Pass } from "./rate-limit.ts";
import { isDeleted, refusalOf } from "./refusal.ts";
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
  const { signal } = request.options;
  const limits = { ...wire.limits, ...request.options };
  const sent = request.method === "POST" ? named(request) : request;
  const job: Job = { request: sent, limits, signal, attempts: [] };
  const timeout = limits.totalTimeout;
  if (!timeout) return persist(job, wire);
  const timedOut = () => withAttempts(new TimeoutError("The request", timeout), job.attempts);
  return within({ runtime, signal, timeout, timedOut }, (stop) =>
    persist({ ...job, signal: stop }, wire),
  );
}

/** Adds an Idempotency-Key, the same for all attempts, so that the server carries the request out once. */
function named(request: Outgoing): Outgoing {
  const { idempotencyKey = randomUuid() } = request.options;
  return { ...request, headers: { "idempotency-key": idempotencyKey, ...request.headers } };
}

async function persist(
  { request, limits, signal, attempts }: Job,
  wire: Wire,
): Promise<Answer | Received> {
  const { runtime, observer, gate, clean } = wire;
  const { method, url, reading } = request;
  const { timeout, maxRetries, maxRetryWait } = limits;
  for (let attempt = 1; ; attempt++) {
    const info = { method, url, attempt };
    let pass = undefined as Pass | undefined;
    let received: Received | undefined;
    let failure: SinkoveError | undefined;
    const timedOut = () =>
      new TimeoutError(pass ? "An attempt" : "The wait for the rate limit", timeout);
    // One function instead of one for each attempt, because every additional promise slows down every request.
    try {
      received = await within({ runtime, signal, timeout, timedOut }, (stop) => {
        const go = (given: Pass) => {
          pass = given;
          return exchange({ request, info, signal: stop }, wire);
        };
        return gate.enter(go, stop, (waitMs) => observer.onWait?.({ ...info, waitMs }));
      });
    } catch (error) {
      if (!(error instanceof SinkoveError)) throw error; // a hook has thrown it
      failure = error;
    } finally {
      gate.leave(pass, received?.response, maxRetryWait);
    }
    if (!pass) throw failure; // aborted or timed out before its turn
    const durationMs = runtime.now() - pass.sentAt;
    let last: Attempt = { error: failure?.message, durationMs };
    let isTransient = isInterruption(failure);
    let asked: number | undefined;
    if (received) {
      const { status, headers } = received.response;
      // Without keys, because a server can send any text.
      const requestId = clean(headers.get("x-request-id") ?? "") || undefined;
      const told = { status, requestId, durationMs };
      observer.onResponse?.({ ...info, ...told, headers });
      const answer = answerOf(received, request);
      if (typeof answer === "object") return answer;
      last = { ...told, error: answer && clean(answer) };
      isTransient = answer === CUT_SHORT || isRetryable(status);
      asked = retryAfterMs(headers, runtime.now());
    } else if (failure) observer.onError?.({ ...info, error: failure, durationMs });
    const waitMs = asked ?? backoffMs(attempt, runtime.random);
    const mayRetry = attempt <= maxRetries && !signal?.aborted && (asked ?? 0) <= maxRetryWait;
    if (!isTransient || !mayRetry) {
      const all = [...attempts, last];
      if (!received) throw withAttempts(failure as SinkoveError, all); // one of both is there
      if (reading.isRaw) return received;
      const error = refusalOf(received, wire, last);
      if (method === "DELETE" && isDeleted(error, all)) return { ...received, body: undefined };
      throw withAttempts(error, all);
    }
    attempts.push({ ...last, waitMs });
    observer.onRetry?.({ ...info, failed: last, waitMs });
    await sleep(waitMs, runtime, signal);
  }
}

/** Whether another attempt may succeed where this error ended one. */
function isInterruption(error: SinkoveError | undefined): boolean {
  return error instanceof TimeoutError || (error instanceof ConnectionError && error.isTransient);
}
