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
export interface RateLimitGate {
  /** Parsed on demand from the last response with rate limit headers. */
  readonly rateLimit: RateLimitStatus | undefined;
  /**
   * Calls `send` with a pass: immediately if the gate is open, otherwise after a wait. Call `leave` after each pass.
   * `onWait` is called before a wait, with the milliseconds until the gate opens: 0 or less if other requests have to
   * end first.
   */
  enter<T>(
    send: (pass: Pass) => Promise<T>,
    signal: AbortSignal,
    onWait: (ms: number) => void,
  ): Promise<T>;
  /**
   * Call this when a request got a response or failed. Without a pass, it was never sent. The gate does not close for
   * more than `maxRetryWait`: a longer wait is left to the server.
   */
  leave(pass: Pass | undefined, response: Response | undefined, maxRetryWait: number): void;
}

export function createGate(runtime: Runtime): RateLimitGate {
  const waiting: (() => void)[] = [];
  let opensAt = 0;
  let longestWait = 0;
  let inFlight = 0;
  let atOnce = Number.POSITIVE_INFINITY;
  let news = 0;
  let told: Headers | undefined;

  /** Milliseconds until the gate opens: never more than it was closed for, even if the clock is set back. */
  const closedFor = () => Math.min(opensAt - runtime.now(), longestWait);
  const isOpen = () => closedFor() <= 0 && inFlight < atOnce;
  const pass = (): Pass => {
    inFlight++;
    return { sentAt: runtime.now(), news };
  };

  /** Wakes as many as may be sent, so that each response costs the same however many wait. */
  const wake = () => {
    for (const go of waiting.splice(0, Math.max(1, atOnce - inFlight))) go();
  };

  /** Resolves when the gate may be open. */
  const nextChance = (signal: AbortSignal): Promise<void> => {
    const ms = closedFor();
    const until = opensAt;
    if (!(ms > 0)) {
      if (isCloudflare()) return sleep(WORKER_INTERVAL_MS, runtime, signal);
      return new Promise((go) => waiting.push(go));
    }
    return sleep(ms, runtime, signal).then(() => {
      // The wait is over, even if the clock was set back meanwhile.
      if (opensAt === until) longestWait = 0;
    });
  };

  const wait = async (signal: AbortSignal, onWait: (ms: number) => void): Promise<Pass> => {
    onWait(closedFor());
    for (let looks = 0; !isOpen(); looks++) {
      if (isCloudflare() && looks > WORKER_LOOKS && closedFor() <= 0) break;
      await nextChance(signal);
      if (signal.aborted) wake(); // its turn goes to another
      signal.throwIfAborted();
    }
    return pass();
  };

  /** Closes the gate until the bucket has a request again. */
  const close = ({ status, headers }: Response, maxRetryWait: number) => {
    const now = runtime.now();
    const ms = (status === 429 ? retryAfterMs(headers, now) : undefined) ?? refillMs(headers);
    if (!(ms <= maxRetryWait)) return;
    longestWait = Math.max(closedFor(), ms);
    opensAt = now + longestWait;
  };

  const learn = (response: Response, sent: Pass, maxRetryWait: number) => {
    const { status, headers } = response;
    const remaining = read(headers, "remaining");
    if (remaining !== undefined) told = headers;
    const untold = atOnce * (status < 500 ? 2 : 1);
    const left = status === 429 ? 0 : (remaining ?? untold);
    // Responses overtake each other: one to a request from before the last change may be outdated.
    if (sent.news === news || left < atOnce) {
      atOnce = Math.max(1, left);
      news++;
    }
    if (left <= 0) close(response, maxRetryWait);
  };

  return {
    get rateLimit() {
      const limit = told && read(told, "limit");
      if (!told || limit === undefined) return undefined;
      const remaining = read(told, "remaining") ?? 0;
      return { limit, remaining, resetAt: new Date((read(told, "reset") ?? 0) * 1000) };
    },
    enter(send, signal, onWait) {
      return isOpen() ? send(pass()) : wait(signal, onWait).then(send);
    },
    leave(sent, response, maxRetryWait) {
      if (!sent) return;
      inFlight--;
      if (response) learn(response, sent, maxRetryWait);
      wake();
    },
  };
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
