import { type Runtime, sleep } from "./clock.ts";
import { numberOf, retryAfterMs } from "./retry-timing.ts";
import { within } from "./within.ts";

/**
 * The rate limit as of the last response. All API keys of an account share its limit; a key may also have a smaller
 * one of its own. This describes the one with fewer requests left.
 */
export interface RateLimitStatus {
  /** How many requests the bucket holds when it is full. */
  readonly limit: number;
  /** How many requests are left. */
  readonly remaining: number;
  /** When the bucket is full again. */
  readonly resetAt: Date;
}

/**
 * The gate that all requests of a client pass. It lets no more requests be under way than the last
 * response said are left, in the account's bucket or the key's own, whichever has fewer left. With
 * none left it is closed until there is one. A 429 counts as none left; if responses give no number,
 * one request goes first after it, and twice as many with each response.
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

  /** Parsed on demand from the last response with rate limit headers. */
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
    const wait = (status === 429 ? retryAfterMs(headers, now) : undefined) ?? refillMs(headers);
    if (wait <= maxRetryWait) this.#opensAt = Math.max(this.#opensAt, now + wait);
  }
}

/**
 * Milliseconds until the bucket that `X-RateLimit-*` describe has a request again: the account's or the
 * key's own, whose policy is the one with that limit. NaN if no header says so. `X-RateLimit-Reset` goes
 * by the clock of the server.
 */
function refillMs(headers: Headers): number {
  const limit = read(headers, "limit") || 1;
  const after = (name: string, text: string) => headers.get(name)?.split(text)[1];
  const seconds = after("ratelimit-policy", `q=${limit};w=`) ?? after("ratelimit", "t=") ?? "";
  return (Number.parseFloat(seconds) * 1000) / limit;
}

function read(headers: Headers, name: "limit" | "remaining" | "reset"): number | undefined {
  return numberOf(headers.get(`x-ratelimit-${name}`));
}
