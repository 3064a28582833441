import { TimeoutError } from "../errors/client-errors.ts";
import { type Attempt, SinkoveError, withAttempts } from "../errors/sinkove-error.ts";
import type { RequestOptions } from "../options.ts";
import { abortErrorOf } from "./aborted.ts";
import { type Answer, answerOf, requestIdOf } from "./answer.ts";
import { attempt, type Received, type Wire } from "./attempt.ts";
import { sleep } from "./clock.ts";
import type { Observer } from "./observe.ts";
import type { Outgoing } from "./outgoing.ts";
import { hasRateLimit, RateLimitGate, type RateLimitStatus, rateLimitOf } from "./rate-limit.ts";
import { backoffMs, isRetryable, retryAfterMs } from "./retry-timing.ts";
import { within } from "./within.ts";

/** What a transport is made of. */
export interface TransportInit extends Wire {
  readonly observer: Observer;
  /** The client's options: each call may replace them. */
  readonly defaults: {
    readonly timeout: number;
    readonly totalTimeout: number;
    readonly maxRetries: number;
    readonly maxRetryWait: number;
  };
}

/** What came of an attempt: an answer, or the error that it ends with unless it is made again. */
interface Outcome {
  readonly startedAt: number;
  readonly received?: Received;
  readonly failure?: SinkoveError;
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
    const { runtime, observer, defaults, key } = this.init;
    const { method, url, options } = request;
    const maxRetries = options.maxRetries ?? defaults.maxRetries;
    const sent = method === "POST" ? named(request) : request;
    if (signal?.aborted) throw abortErrorOf(signal);
    for (let retry = 0; ; retry++) {
      const turn = this.#gate.enter(signal);
      if (turn) await turn;
      const outcome = await this.#once(sent, retry, signal);
      const waitMs = retry < maxRetries ? this.#waitAfter(outcome, retry, options) : undefined;
      const last = () => attemptOf(outcome, runtime.now(), key.clean);
      if (waitMs === undefined) return this.#end(request, outcome, () => [...attempts, last()]);
      const failed = last();
      attempts.push({ ...failed, waitMs });
      observer.retry?.({ method, url, attempt: retry + 1, failed, waitMs });
      await sleep(waitMs, runtime, signal);
    }
  }

  /** Makes one attempt. Only what is not ours to handle is thrown: what hooks throw. */
  #once(request: Outgoing, retry: number, signal: AbortSignal | undefined): Promise<Outcome> {
    const { runtime, observer, defaults, key } = this.init;
    const { method, url, options } = request;
    const startedAt = runtime.now();
    const info = { method, url, attempt: retry + 1 };
    const timeout = options.timeout ?? defaults.timeout;
    const prepare = () => {
      if (!observer.request) return request.headers;
      const headers = new Headers(request.headers);
      observer.request({ ...info, headers });
      return Object.fromEntries(headers);
    };
    return attempt({ request, signal, timeout, prepare }, this.init).then(
      (received) => {
        this.#note(received.response, options);
        if (observer.response) {
          const { status, headers } = received.response;
          const requestId = requestIdOf(headers, key.clean);
          const durationMs = runtime.now() - startedAt;
          observer.response({ ...info, status, headers, requestId, durationMs });
        }
        return { startedAt, received };
      },
      (failure: unknown) => {
        this.#gate.leave(false);
        if (failure instanceof SinkoveError) return { startedAt, failure };
        throw failure;
      },
    );
  }

  /** Takes from an answer what other requests must know. */
  #note({ status, headers }: Response, options: RequestOptions): void {
    if (hasRateLimit(headers)) this.#limited = headers;
    const isLimited = status === 429;
    const wait = isLimited ? retryAfterMs(headers, this.init.runtime.now()) : undefined;
    if (wait !== undefined && wait <= this.#longest(options)) this.#gate.close(wait);
    this.#gate.leave(isLimited);
  }

  /** Milliseconds until the next attempt; undefined where none is to be made. */
  #waitAfter({ received, failure }: Outcome, retry: number, options: RequestOptions) {
    const { runtime } = this.init;
    if (failure ? !isTransient(failure) : !isRetryable(received?.response.status ?? 0)) return;
    const asked = received && retryAfterMs(received.response.headers, runtime.now());
    if (asked !== undefined && asked > this.#longest(options)) return;
    return asked ?? backoffMs(retry, runtime.random);
  }

  #longest({ maxRetryWait }: RequestOptions): number {
    return maxRetryWait ?? this.init.defaults.maxRetryWait;
  }

  #end(
    { method, isRaw }: Outgoing,
    { received, failure }: Outcome,
    attempts: () => Attempt[],
  ): Answer | Received | Promise<never> {
    if (!received) throw withAttempts(failure as SinkoveError, attempts()); // one of both is there
    const { response, text } = received;
    if (isRaw || text === undefined) return received;
    return answerOf(response, text, method) ?? this.#refuse(response, text, attempts());
  }

  /** Loads what errors are made with, which programs that meet none need not carry. */
  async #refuse(response: Response, text: string, attempts: Attempt[]): Promise<never> {
    const now = this.init.runtime.now();
    const { refusalOf } = await import("./refusal.ts");
    throw withAttempts(refusalOf(response, text, { ...this.init.key, now }), attempts);
  }
}

/** With the same name for all attempts, so that the server does it once. */
function named(request: Outgoing): Outgoing {
  const { idempotencyKey = crypto.randomUUID() } = request.options;
  return { ...request, headers: { "idempotency-key": idempotencyKey, ...request.headers } };
}

function isTransient({ code }: SinkoveError): boolean {
  return code === "CONNECTION_FAILED" || code === "TIMEOUT";
}

function attemptOf(
  { startedAt, received, failure }: Outcome,
  now: number,
  clean: (text: string) => string,
): Attempt {
  const durationMs = now - startedAt;
  if (!received) return { error: failure?.message, durationMs };
  const { status, headers } = received.response;
  return { status, requestId: requestIdOf(headers, clean), durationMs };
}
