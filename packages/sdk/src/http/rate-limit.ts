import { type Runtime, sleep } from "./clock.ts";

/** The state of the key's token bucket, as of the last answer (the contract's section "Limits"). */
export interface RateLimitStatus {
  /** How many requests the full bucket holds. */
  readonly limit: number;
  /** How many are left. */
  readonly remaining: number;
  /** When the bucket is full again. */
  readonly resetAt: Date;
}

/** Reads `X-RateLimit-*`; undefined where they are absent or make no sense. */
export function rateLimitOf(headers: Headers): RateLimitStatus | undefined {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) =>
    Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN),
  );
  if (!Number.isFinite(limit) || !Number.isFinite(remaining)) return undefined;
  return {
    limit: limit ?? 0,
    remaining: remaining ?? 0,
    resetAt: new Date((reset ?? 0) * 1000),
  };
}

/**
 * The gate that all requests of a client pass. A 429 closes it for all of them; when it opens, one
 * request goes first, and each answer that is not a 429 lets twice as many go, so that fifty that
 * waited do not run into the limit together again.
 */
export class RateLimitGate {
  readonly #runtime: Runtime;
  readonly #waiting: (() => void)[] = [];
  #opensAt = 0;
  #inFlight = 0;
  #atOnce = Number.POSITIVE_INFINITY;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** Resolves when a request may be sent; `leave` must follow. */
  async enter(signal?: AbortSignal): Promise<void> {
    while (true) {
      const wait = this.#opensAt - this.#runtime.now();
      if (wait > 0) await sleep(wait, this.#runtime, signal);
      else if (this.#inFlight >= this.#atOnce) await this.#turn(signal);
      else break;
    }
    this.#inFlight++;
  }

  /** Closes the gate to all for a while. */
  close(ms: number): void {
    this.#opensAt = Math.max(this.#opensAt, this.#runtime.now() + ms);
    this.#atOnce = 1;
  }

  /** A request was answered, or failed. */
  leave(wasLimited: boolean): void {
    this.#inFlight--;
    if (!wasLimited) this.#atOnce *= 2;
    for (const proceed of this.#waiting.splice(0)) proceed();
  }

  #turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal?.reason);
      signal?.addEventListener("abort", abort, { once: true });
      this.#waiting.push(() => {
        signal?.removeEventListener("abort", abort);
        resolve();
      });
    });
  }
}
