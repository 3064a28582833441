import { ConnectionError, TimeoutError } from "../errors/client-errors.ts";
import { type Attempt, SinkoveError, withAttempts } from "../errors/sinkove-error.ts";
import type { RequestOptions } from "../options.ts";
import { type Answer, answerOf, requestIdOf } from "./answer.ts";
import { sleep } from "./clock.ts";
import { exchange, type Received, type Wire } from "./exchange.ts";
import type { AttemptInfo } from "./observe.ts";
import type { Outgoing } from "./outgoing.ts";
import { RateLimitGate, type RateLimitStatus, rateLimitOf } from "./rate-limit.ts";
import { backoffMs, isRetryable, retryAfterMs } from "./retry-timing.ts";
import { abortErrorOf, within } from "./within.ts";

/** What a transport is made of. */
export interface TransportInit extends Wire {
  /** The client's options: each call may replace them. */
  readonly defaults: {
    readonly timeout: number;
    readonly totalTimeout: number;
    readonly maxRetries: number;
    readonly maxRetryWait: number;
  };
}

/** An attempt, and what came of it: an answer, or the error that the call ends with unless it goes on. */
interface Trial {
  readonly info: AttemptInfo;
  durationMs: number;
  received?: Received;
  /** Why what was received is to be asked for again, whatever its status. */
  fault?: string | undefined;
  failure?: unknown;
}

/**
 * Makes one request of the caller's in as many attempts as it takes. All requests of a client share
 * a transport.
 *
 * Most requests are answered at once. What only the others need (the list of attempts, headers for
 * hooks, the rate limit as numbers) is made when it is asked for.
 */
export class Transport {
  /** Downloads need it too, which send no key and pass no gate. */
  readonly init: TransportInit;
  readonly #gate: RateLimitGate;
  #limited: Headers | undefined;

  constructor(init: TransportInit) {
    this.init = init;
    this.#gate = new RateLimitGate(init.runtime);
  }

  /** As the last answer said that told of it. */
  get rateLimit(): RateLimitStatus | undefined {
    return this.#limited && rateLimitOf(this.#limited);
  }

  /** Sends a request until it is answered, or its retries, its time or its caller's patience end. */
  send(request: Outgoing): Promise<Answer | Received> {
    const { runtime, defaults } = this.init;
    const { signal, totalTimeout: timeout = defaults.totalTimeout } = request.options;
    const attempts: Attempt[] = [];
    if (!timeout) return this.#persist(request, attempts, signal);
    const timedOut = () => withAttempts(new TimeoutError("The request", timeout), attempts);
    return within({ runtime, signal, timeout, timedOut }, (stop) =>
      this.#persist(request, attempts, stop),
    );
  }

  async #persist(
    request: Outgoing,
    attempts: Attempt[],
    signal: AbortSignal | undefined,
  ): Promise<Answer | Received> {
    const { runtime, observer, key } = this.init;
    const { method, url } = request;
    const sent = method === "POST" ? named(request) : request;
    if (signal?.aborted) throw abortErrorOf(signal);
    for (let attempt = 1; ; attempt++) {
      const turn = this.#gate.enter(signal);
      if (turn) await turn;
      const trial: Trial = { info: { method, url, attempt }, durationMs: 0 };
      const startedAt = runtime.now();
      // One function, and not one for each attempt: every promise between costs every request.
      try {
        trial.received = await this.#attempt(sent, trial.info, signal);
      } catch (error) {
        trial.failure = error;
      }
      trial.durationMs = runtime.now() - startedAt;
      this.#note(trial, request);
      const answer = trial.received && answerOf(trial.received, request);
      if (typeof answer === "object") return answer;
      trial.fault = answer;
      const failed = attemptOf(trial, key.clean);
      const waitMs = this.#waitAfter(trial, request, signal);
      if (waitMs === undefined) return this.#end(trial, request, [...attempts, failed]);
      attempts.push({ ...failed, waitMs });
      observer.retry?.({ ...trial.info, failed, waitMs });
      await sleep(waitMs, runtime, signal);
    }
  }

  /** Makes one attempt, within its time limit. */
  #attempt(
    request: Outgoing,
    info: AttemptInfo,
    signal: AbortSignal | undefined,
  ): Promise<Received> {
    const { runtime, defaults } = this.init;
    const { timeout = defaults.timeout } = request.options;
    const timedOut = () => new TimeoutError("An attempt", timeout);
    return within({ runtime, signal, timeout, timedOut }, (stop) =>
      exchange({ request, info, signal: stop }, this.init),
    );
  }

  /** Takes from an attempt what other requests must know, and tells the hooks how it ended. */
  #note({ info, durationMs, received, failure }: Trial, { options }: Outgoing): void {
    const { runtime, observer, key } = this.init;
    if (!received) {
      this.#gate.leave(false);
      if (!(failure instanceof SinkoveError)) throw failure; // what a hook has thrown
      observer.error?.({ ...info, error: failure, durationMs });
      return;
    }
    const { status, headers } = received.response;
    if (headers.has("x-ratelimit-limit")) this.#limited = headers;
    const isLimited = status === 429;
    const wait = isLimited ? retryAfterMs(headers, runtime.now()) : undefined;
    if (wait !== undefined && wait <= this.#longest(options)) this.#gate.close(wait);
    this.#gate.leave(isLimited);
    observer.response?.({
      ...info,
      status,
      headers,
      requestId: requestIdOf(headers, key.clean),
      durationMs,
    });
  }

  /** Milliseconds until the next attempt; undefined where none is to be made. */
  #waitAfter(
    { info, received, fault, failure }: Trial,
    { options }: Outgoing,
    signal: AbortSignal | undefined,
  ): number | undefined {
    const { runtime, defaults } = this.init;
    if (signal?.aborted || info.attempt > (options.maxRetries ?? defaults.maxRetries)) return;
    if (!received) {
      const isBroken = failure instanceof ConnectionError || failure instanceof TimeoutError;
      return isBroken ? backoffMs(info.attempt, runtime.random) : undefined;
    }
    const { status, headers } = received.response;
    if (!fault && !isRetryable(status)) return;
    const asked = retryAfterMs(headers, runtime.now());
    if (asked !== undefined && asked > this.#longest(options)) return;
    return asked ?? backoffMs(info.attempt, runtime.random);
  }

  #longest({ maxRetryWait }: RequestOptions): number {
    return maxRetryWait ?? this.init.defaults.maxRetryWait;
  }

  async #end(
    { received, failure }: Trial,
    { isRaw }: Outgoing,
    attempts: readonly Attempt[],
  ): Promise<Received> {
    if (!received) throw withAttempts(failure as SinkoveError, attempts); // #note threw all others
    if (isRaw) return received;
    const { clean } = this.init.key;
    const now = this.init.runtime.now();
    // Loaded when it is needed: programs that meet no error do not carry it.
    const { refusalOf } = await import("./refusal.ts");
    throw withAttempts(refusalOf(received, { clean, now }), attempts);
  }
}

/** With the same name for all attempts, so that the server does it once. */
function named(request: Outgoing): Outgoing {
  const { idempotencyKey = crypto.randomUUID() } = request.options;
  return { ...request, headers: { "idempotency-key": idempotencyKey, ...request.headers } };
}

function attemptOf(
  { durationMs, received, fault: error, failure }: Trial,
  clean: (text: string) => string,
): Attempt {
  if (!received) return { error: (failure as SinkoveError).message, durationMs };
  const { status, headers } = received.response;
  return { status, requestId: requestIdOf(headers, clean), ...(error && { error }), durationMs };
}
