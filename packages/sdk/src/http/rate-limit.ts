import { type Runtime, sleep } from "./clock.ts";
import { within } from "./within.ts";

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
  const read = (name: string) => Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN);
  const limit = read("limit");
  const remaining = read("remaining");
  if (!Number.isFinite(limit + remaining)) return undefined;
  return { limit, remaining, resetAt: new Date((read("reset") || 0) * 1000) };
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

  /**
   * Waits until a request may be sent: the promise of that, or undefined where it may be sent now.
   * `leave` must follow.
   */
  enter(signal?: AbortSignal): Promise<void> | undefined {
    const wait = this.#wait(signal);
    if (wait) return wait.then(() => this.enter(signal));
    this.#inFlight++;
    return undefined;
  }

  #wait(signal?: AbortSignal): Promise<void> | undefined {
    const runtime = this.#runtime;
    const ms = this.#opensAt && this.#opensAt - runtime.now();
    if (ms > 0) return sleep(ms, runtime, signal);
    if (this.#inFlight < this.#atOnce) return undefined;
    return within({ runtime, signal }, () => new Promise((go) => this.#waiting.push(go)));
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
}
