import { type Runtime, sleep } from "./clock.ts";
import { numberOf, retryAfterMs } from "./retry-timing.ts";
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

/**
 * The gate that all requests of a client pass: no more are under way than the last answer said are
 * left in the key's bucket. With none left it is closed until there is one. A 429 counts as none left;
 * where answers tell no number, one request goes first after it, and twice as many with each answer.
 */
export class RateLimitGate {
  readonly #runtime: Runtime;
  readonly #waiting: (() => void)[] = [];
  #opensAt = 0;
  #inFlight = 0;
  #atOnce = Number.POSITIVE_INFINITY;
  #toldAt = 0;
  #told: Headers | undefined;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  /** As the last answer said that told of it. Made into numbers when it is asked for. */
  get rateLimit(): RateLimitStatus | undefined {
    const headers = this.#told;
    const limit = headers && read(headers, "limit");
    if (!headers || limit === undefined) return undefined;
    const remaining = read(headers, "remaining") ?? 0;
    return { limit, remaining, resetAt: new Date((read(headers, "reset") ?? 0) * 1000) };
  }

  /**
   * Waits until a request may be sent: the promise of that, or undefined where it may be sent now.
   * `leave` must follow.
   */
  enter(signal?: AbortSignal): Promise<void> | undefined {
    const runtime = this.#runtime;
    const ms = this.#opensAt - runtime.now();
    if (ms <= 0 && this.#inFlight < this.#atOnce) {
      this.#inFlight++;
      return undefined;
    }
    const turn = (): Promise<void> => new Promise((go) => this.#waiting.push(go));
    const wait = ms > 0 ? sleep(ms, runtime, signal) : within({ runtime, signal }, turn);
    return wait.then(() => this.enter(signal));
  }

  /** A request was answered, or failed. A wait of more than `maxRetryWait` is left to the server. */
  leave(response: Response | undefined, sentAt: number, maxRetryWait: number): void {
    this.#inFlight--;
    if (response) this.#learn(response, sentAt, maxRetryWait);
    for (const go of this.#waiting.splice(0)) go();
  }

  #learn({ status, headers }: Response, sentAt: number, maxRetryWait: number): void {
    const now = this.#runtime.now();
    const told = read(headers, "remaining");
    if (told !== undefined) this.#told = headers;
    const untold = this.#atOnce * (status < 500 ? 2 : 1);
    const left = status === 429 ? 0 : (told ?? untold);
    // Answers overtake each other: one that was asked for before the last news may be older.
    if (sentAt >= this.#toldAt || left < this.#atOnce) {
      this.#atOnce = Math.max(1, left);
      this.#toldAt = now;
    }
    if (left > 0) return;
    // `RateLimit` tells in how many seconds the bucket is full. `X-RateLimit-Reset` does too, but by
    // the clock of the server.
    const [, t = 0] = /;\s*t=(\d+)/.exec(headers.get("ratelimit") ?? "") ?? [];
    const refill = (Number(t) * 1000) / (read(headers, "limit") || 1);
    const wait = (status === 429 ? retryAfterMs(headers, now) : undefined) ?? refill;
    if (wait <= maxRetryWait) this.#opensAt = Math.max(this.#opensAt, now + wait);
  }
}

function read(headers: Headers, name: "limit" | "remaining" | "reset"): number | undefined {
  return numberOf(headers.get(`x-ratelimit-${name}`));
}
