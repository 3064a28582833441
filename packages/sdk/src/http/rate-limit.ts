import { isCloudflare } from "../environment.ts";
import { type Runtime, sleep } from "./clock.ts";
import { numberOf, retryAfterMs } from "./retry-timing.ts";

/**
 * The rate limit according to the last response. All API keys of an account share its limit; a key may also have a
 * smaller limit of its own. This describes the one with fewer requests left.
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
 * In a Cloudflare Worker, a request must not wait for another request's promise, because it would hang. It checks again
 * at this interval, but not forever, because a cancelled request never reports that it has ended.
 */
const WORKER_INTERVAL_MS = 100;
const WORKER_LOOKS = 50;

/** Lets one request be sent. */
export interface Pass {
  readonly sentAt: number;
  /** How many times the limit of concurrent requests had changed when the request was sent. */
  readonly news: number;
}

/**
 * The gate that all requests of a client pass. It allows as many concurrent requests as are left according to the last
 * response, in the account's bucket or the key's own, whichever has fewer left. If none is left, the gate is closed
 * until there is one. A 429 means that none is left. If responses have no number, the gate allows one request after a
 * 429, and twice as many with each response.
 */
export class RateLimitGate {
  readonly #runtime: Runtime;
  readonly #waiting: (() => void)[] = [];
  #opensAt = 0;
  #longestWait = 0;
  #inFlight = 0;
  #atOnce = Number.POSITIVE_INFINITY;
  #news = 0;
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
   * Calls `send` with a pass: immediately if the gate is open, otherwise after a wait. Call `leave` after each pass.
   * `onWait` is called before a wait, with the milliseconds until the gate opens: 0 or less if other requests have to
   * end first.
   */
  enter<T>(
    send: (pass: Pass) => Promise<T>,
    signal: AbortSignal,
    onWait: (ms: number) => void,
  ): Promise<T> {
    return this.#isOpen() ? send(this.#pass()) : this.#wait(signal, onWait).then(send);
  }

  async #wait(signal: AbortSignal, onWait: (ms: number) => void): Promise<Pass> {
    onWait(this.#closedFor());
    let looks = 0;
    do {
      const ms = this.#closedFor();
      const opensAt = this.#opensAt;
      const pause = ms > 0 ? ms : isCloudflare() && WORKER_INTERVAL_MS;
      if (pause)
        await sleep(pause, this.#runtime, signal).catch(() => undefined); // thrown below
      else await new Promise<void>((go) => this.#waiting.push(go));
      if (signal.aborted) this.#wake(); // its turn goes to another
      signal.throwIfAborted();
      // The wait is over, even if the clock was set back meanwhile.
      if (ms > 0 && this.#opensAt === opensAt) this.#longestWait = 0;
      if (isCloudflare() && ++looks > WORKER_LOOKS && this.#closedFor() <= 0) break;
    } while (!this.#isOpen());
    return this.#pass();
  }

  #pass(): Pass {
    this.#inFlight++;
    return { sentAt: this.#runtime.now(), news: this.#news };
  }

  #isOpen(): boolean {
    return this.#closedFor() <= 0 && this.#inFlight < this.#atOnce;
  }

  /** Milliseconds until the gate opens: never more than it was closed for, even if the clock is set back. */
  #closedFor(): number {
    return Math.min(this.#opensAt - this.#runtime.now(), this.#longestWait);
  }

  /**
   * Call this when a request got a response or failed. Without a pass, it was never sent. The gate does not close for
   * more than `maxRetryWait`: a longer wait is left to the server.
   */
  leave(pass: Pass | undefined, response: Response | undefined, maxRetryWait: number): void {
    if (!pass) return;
    this.#inFlight--;
    if (response) this.#learn(response, pass.news, maxRetryWait);
    this.#wake();
  }

  /** Wakes as many as may be sent, so that each response costs the same however many wait. */
  #wake(): void {
    const free = Math.max(1, this.#atOnce - this.#inFlight);
    for (const go of this.#waiting.splice(0, free)) go();
  }

  #learn({ status, headers }: Response, news: number, maxRetryWait: number): void {
    const now = this.#runtime.now();
    const told = read(headers, "remaining");
    if (told !== undefined) this.#told = headers;
    const untold = this.#atOnce * (status < 500 ? 2 : 1);
    const left = status === 429 ? 0 : (told ?? untold);
    // Responses overtake each other: one to a request from before the last change may be outdated.
    if (news === this.#news || left < this.#atOnce) {
      this.#atOnce = Math.max(1, left);
      this.#news++;
    }
    if (left > 0) return;
    const wait = (status === 429 ? retryAfterMs(headers, now) : undefined) ?? refillMs(headers);
    if (!(wait <= maxRetryWait)) return;
    this.#longestWait = Math.max(this.#closedFor(), wait);
    this.#opensAt = now + this.#longestWait;
  }
}

/**
 * Milliseconds until the bucket of the `X-RateLimit-*` headers has a request again. The bucket is the account's or the
 * key's own: the one whose policy has that limit. NaN if no header gives the time. `X-RateLimit-Reset` is not used,
 * because it depends on the server's clock.
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
