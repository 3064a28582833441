import { ConnectionError, TimeoutError } from "../errors/client-errors.ts";
import { type Attempt, SinkoveError, withAttempts } from "../errors/sinkove-error.ts";
import { type Limits, limitsOf } from "../limits.ts";
import { type Answer, answerOf, CUT_SHORT, requestIdOf } from "./answer.ts";
import { sleep } from "./clock.ts";
import { exchange, type Received, type Wire } from "./exchange.ts";
import type { AttemptInfo } from "./observe.ts";
import type { Outgoing } from "./outgoing.ts";
import { randomUuid } from "./random-uuid.ts";
import { type Pass, RateLimitGate } from "./rate-limit.ts";
import { isDeleted, refusalOf } from "./refusal.ts";
import { backoffMs, isRetryable, retryAfterMs } from "./retry-timing.ts";
import { within } from "./within.ts";

/** The parts of a transport. */
export interface TransportInit extends Wire {
  /** The limits of the client. Each call may replace them. */
  readonly limits: Limits;
}

/** A request, and everything that its attempts share. */
interface Job {
  readonly request: Outgoing;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly attempts: Attempt[];
}

/** The result of an attempt: a response, or the error that ends the call unless there is a retry. */
interface AttemptResult {
  readonly info: AttemptInfo;
  readonly received: Received | undefined;
  readonly failure: SinkoveError | undefined;
  readonly durationMs: number;
}

/**
 * Sends requests, with retries. All requests of a client share a transport.
 *
 * Most requests succeed with the first attempt. What only the others need (the list of attempts,
 * headers for hooks, the rate limit as numbers) is created on demand.
 */
export class Transport {
  /** Downloads also use it. They send no key and do not pass the gate. */
  readonly init: TransportInit;
  /** Clients of one key may share it. */
  gate: RateLimitGate;

  constructor(init: TransportInit) {
    this.init = init;
    this.gate = new RateLimitGate(init.runtime);
  }

  /**
   * Sends a request until there is a response, or its retries or time are used up, or it is
   * aborted.
   */
  send(request: Outgoing): Promise<Answer | Received> {
    const { runtime, limits: defaults } = this.init;
    const { signal } = request.options;
    const limits = limitsOf(request.options, defaults);
    const sent = request.method === "POST" ? named(request) : request;
    const job: Job = { request: sent, limits, signal, attempts: [] };
    const timeout = limits.totalTimeout;
    if (!timeout) return this.#persist(job);
    const timedOut = () => withAttempts(new TimeoutError("The request", timeout), job.attempts);
    return within({ runtime, signal, timeout, timedOut }, (stop) =>
      this.#persist({ ...job, signal: stop }),
    );
  }

  async #persist(job: Job): Promise<Answer | Received> {
    const { init, gate } = this;
    const { runtime, observer } = init;
    const { request, signal, attempts, limits } = job;
    const { method, url } = request;
    const { timeout } = limits;
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
          const send = (given: Pass) => {
            pass = given;
            return exchange({ request, info, signal: stop }, init);
          };
          return gate.enter(send, stop, (waitMs) => observer.onWait?.({ ...info, waitMs }));
        });
      } catch (error) {
        if (!(error instanceof SinkoveError)) throw error; // a hook has thrown it
        failure = error;
      } finally {
        gate.leave(pass, received?.response, limits.maxRetryWait);
      }
      if (!pass) throw failure; // aborted or timed out before its turn
      const result = { info, received, failure, durationMs: runtime.now() - pass.sentAt };
      const told = this.#tell(result);
      const answer = received && answerOf(received, request);
      if (typeof answer === "object") return answer;
      const failed = { error: answer, ...told };
      const waitMs = this.#waitAfter(result, failed, job);
      if (waitMs === undefined) return this.#end(result, request, attempts, failed);
      attempts.push({ ...failed, waitMs });
      observer.onRetry?.({ ...info, failed, waitMs });
      await sleep(waitMs, runtime, signal);
    }
  }

  /** Calls the hooks for the end of an attempt, and returns what errors say about it. */
  #tell({ info, received, failure: error, durationMs }: AttemptResult): Attempt {
    const { observer, key } = this.init;
    if (error) observer.onError?.({ ...info, error, durationMs });
    if (!received) return { error: error?.message, durationMs };
    const { status, headers } = received.response;
    const told = { status, requestId: requestIdOf(headers, key.clean), durationMs };
    observer.onResponse?.({ ...info, ...told, headers });
    return told;
  }

  /** Milliseconds until the next attempt. Undefined if there is none. */
  #waitAfter(
    { info: { attempt }, received, failure }: AttemptResult,
    { error }: Attempt,
    { limits, signal }: Job,
  ): number | undefined {
    const { runtime } = this.init;
    const isTransient = received
      ? error === CUT_SHORT || isRetryable(received.response.status)
      : failure instanceof TimeoutError ||
        (failure instanceof ConnectionError && failure.isTransient);
    if (!isTransient || signal?.aborted || attempt > limits.maxRetries) return undefined;
    const asked = received && retryAfterMs(received.response.headers, runtime.now());
    const waitMs = asked ?? backoffMs(attempt, runtime.random);
    return asked === undefined || asked <= limits.maxRetryWait ? waitMs : undefined;
  }

  #end(
    { received, failure }: AttemptResult,
    { isRaw, method }: Outgoing,
    attempts: readonly Attempt[],
    last: Attempt,
  ): Answer | Received {
    const all = [...attempts, last];
    if (!received) throw withAttempts(failure as SinkoveError, all); // one of both is there
    if (isRaw) return received;
    const error = refusalOf(received, this.init, last);
    if (method === "DELETE" && isDeleted(error, all))
      return { body: undefined, response: received.response };
    throw withAttempts(error, all);
  }
}

/** Adds an Idempotency-Key, the same for all attempts, so that the server carries the request out once. */
function named(request: Outgoing): Outgoing {
  const { idempotencyKey = randomUuid() } = request.options;
  return { ...request, headers: { "idempotency-key": idempotencyKey, ...request.headers } };
}
