import { ResponseError, TimeoutError } from "../errors/client-errors.ts";
import { type Attempt, SinkoveError, withAttempts } from "../errors/sinkove-error.ts";
import type { RequestOptions } from "../options.ts";
import { type Answer, answerOf, errorOf, requestIdOf } from "./answer.ts";
import { attempt, type Received, type Wire } from "./attempt.ts";
import { sleep } from "./clock.ts";
import type { LightRequest } from "./light-request.ts";
import type { Observer } from "./observe.ts";
import { RateLimitGate, type RateLimitStatus, rateLimitOf } from "./rate-limit.ts";
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
type Outcome = { readonly received?: Received; readonly failure?: SinkoveError };

/**
 * The `fetch` beneath openapi-fetch: one call of it is one logical request, made in as many
 * attempts as it takes. All requests of a client share one.
 */
export class Transport {
  readonly #init: TransportInit;
  readonly #gate: RateLimitGate;
  #rateLimit: RateLimitStatus | undefined;

  constructor(init: TransportInit) {
    this.#init = init;
    this.#gate = new RateLimitGate(init.runtime);
  }

  /** What downloads need, which send no key and pass no gate. */
  get wire(): Wire {
    return this.#init;
  }

  /** What holds for calls that say nothing else. */
  get defaults(): TransportInit["defaults"] {
    return this.#init.defaults;
  }

  /** As the last answer said. */
  get rateLimit(): RateLimitStatus | undefined {
    return this.#rateLimit;
  }

  /** Sends a request until it is answered, or its retries, its time or its caller's patience end. */
  send(request: LightRequest): Promise<Answer | Response> {
    const { runtime, defaults } = this.#init;
    const { signal } = request;
    const timeout = request.options.totalTimeout ?? defaults.totalTimeout;
    const attempts: Attempt[] = [];
    const timedOut = () => withAttempts(new TimeoutError("The request", timeout), attempts);
    if (!signal && !timeout) return this.#persist(request, attempts, undefined);
    return within({ runtime, signal, timeout, timedOut }, (stop) =>
      this.#persist(request, attempts, stop),
    );
  }

  async #persist(
    request: LightRequest,
    attempts: Attempt[],
    signal: AbortSignal | undefined,
  ): Promise<Answer | Response> {
    const { runtime, observer, defaults, key } = this.#init;
    const { method, url, options } = request;
    const maxRetries = options.maxRetries ?? defaults.maxRetries;
    if (method === "POST" && !request.headers.has("idempotency-key")) {
      const name = options.idempotencyKey ?? crypto.randomUUID();
      request.headers.set("idempotency-key", name);
    }
    for (let retry = 0; ; retry++) {
      await this.#gate.enter(signal);
      const startedAt = runtime.now();
      const outcome = await this.#once(request, retry, signal);
      const failed = attemptOf(outcome, runtime.now() - startedAt, key.clean);
      attempts.push(failed);
      const waitMs = this.#waitAfter(outcome, retry, request);
      if (waitMs === undefined || retry >= maxRetries) return this.#end(request, outcome, attempts);
      attempts[retry] = { ...failed, waitMs };
      observer.retry({ method, url, attempt: retry + 1, failed, waitMs });
      await sleep(waitMs, runtime, signal);
    }
  }

  /** Makes one attempt. Only what is not ours to handle is thrown: a hook's error, an abort. */
  async #once(
    request: LightRequest,
    retry: number,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const { runtime, observer, defaults } = this.#init;
    const { method, url, body, isRaw, options } = request;
    const info = { method, url, attempt: retry + 1 };
    const headers = new Headers(request.headers);
    const startedAt = runtime.now();
    let wasLimited = false;
    try {
      observer.request({ ...info, headers });
      const received = await attempt(
        {
          ...{ url, method, headers, body, signal },
          timeout: options.timeout ?? defaults.timeout,
          keepsStreams: isRaw,
        },
        this.#init,
      );
      const { response } = received;
      wasLimited = response.status === 429;
      this.#note(response, options);
      observer.response({
        ...info,
        status: response.status,
        headers: response.headers,
        requestId: requestIdOf(response.headers, this.#init.key.clean),
        durationMs: runtime.now() - startedAt,
      });
      return { received };
    } catch (error) {
      if (!(error instanceof SinkoveError)) throw error;
      return { failure: error };
    } finally {
      this.#gate.leave(wasLimited);
    }
  }

  #note({ status, headers }: Response, options: RequestOptions): void {
    this.#rateLimit = rateLimitOf(headers) ?? this.#rateLimit;
    const wait = retryAfterMs(headers, this.#init.runtime.now());
    const longest = options.maxRetryWait ?? this.#init.defaults.maxRetryWait;
    if (status === 429 && wait !== undefined && wait <= longest) this.#gate.close(wait);
  }

  /** Milliseconds until the next attempt; undefined where none is to be made. */
  #waitAfter({ received, failure }: Outcome, retry: number, request: LightRequest) {
    const { runtime, defaults } = this.#init;
    const backoff = backoffMs(retry, runtime.random);
    if (failure) return isTransient(failure) ? backoff : undefined;
    if (!received || !isRetryable(received.response.status)) return undefined;
    const asked = retryAfterMs(received.response.headers, runtime.now());
    const longest = request.options.maxRetryWait ?? defaults.maxRetryWait;
    return asked !== undefined && asked > longest ? undefined : (asked ?? backoff);
  }

  #end(request: LightRequest, outcome: Outcome, attempts: Attempt[]): Answer | Response {
    const { received, failure } = outcome;
    if (!received) throw withAttempts(failure as SinkoveError, attempts); // one of both is there
    const { response, text } = received;
    if (text === undefined) return response;
    if (request.isRaw) return readAgain(response, text);
    const reading = { now: this.#init.runtime.now(), clean: this.#init.key.clean };
    if (response.status >= 400) throw withAttempts(errorOf(response, text, reading), attempts);
    try {
      return answerOf(response, text, reading);
    } catch (error) {
      throw error instanceof ResponseError ? withAttempts(error, attempts) : error;
    }
  }
}

function isTransient({ code }: SinkoveError): boolean {
  return code === "CONNECTION_FAILED" || code === "TIMEOUT";
}

function attemptOf(
  { received, failure }: Outcome,
  durationMs: number,
  clean: (text: string) => string,
): Attempt {
  if (!received) return { error: failure?.message, durationMs };
  const { status, headers } = received.response;
  return { status, requestId: requestIdOf(headers, clean), durationMs };
}

/** The same response, with its body, which was read within the time limit, to be read once more. */
function readAgain({ status, statusText, headers }: Response, text: string): Response {
  const hasNoBody = status === 204 || status === 304;
  return new Response(hasNoBody ? null : text, { status, statusText, headers });
}
