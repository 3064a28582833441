import { ConnectionError, TimeoutError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import type { KeyHolder } from "../key.ts";
import type { Runtime } from "./clock.ts";
import { harmless } from "./harmless.ts";
import { within } from "./within.ts";

const MOST_REDIRECTS = 5;

/** One attempt to send a request. */
export interface AttemptInit {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  /** Leaves a body that is not JSON unread, for the caller to stream. */
  readonly keepsStreams: boolean;
}

/** What attempts need of their client. */
export interface Wire {
  readonly runtime: Runtime;
  readonly key: KeyHolder;
  readonly fetch: typeof globalThis.fetch;
}

/** What came back; `text` is undefined where the body was left unread. */
export interface Received {
  readonly response: Response;
  readonly text: string | undefined;
}

/** Sends a request once, and reads the answer, within the attempt's time limit. */
export function attempt(init: AttemptInit, wire: Wire): Promise<Received> {
  const { runtime, key } = wire;
  const { signal, timeout } = init;
  const timedOut = () => new TimeoutError("An attempt", timeout);
  return within({ runtime, signal, timeout, timedOut }, async (stop) => {
    const secret = await key.current();
    try {
      const response = await follow(init, { ...wire, secret, stop });
      const isLeft = init.keepsStreams && !isJson(response);
      return { response, text: isLeft ? undefined : await response.text() };
    } catch (error) {
      throw error instanceof SinkoveError ? error : connectionError(error, key);
    }
  });
}

function isJson({ headers }: Response): boolean {
  return /[/+]json\b/i.test(headers.get("content-type") ?? "");
}

interface Sending extends Wire {
  readonly secret: string;
  readonly stop: AbortSignal;
}

/**
 * Follows redirects itself, within the origin only: `fetch` would, and some runtimes have sent the
 * key along. Whatever else is redirected comes back as it is.
 */
async function follow(init: AttemptInit, { secret, stop, fetch }: Sending): Promise<Response> {
  const { method, body } = init;
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${secret}`);
  let { url } = init;
  for (let redirects = 0; ; redirects++) {
    const next = await fetch(url, {
      method,
      headers,
      redirect: "manual",
      signal: stop,
      ...(body === undefined ? {} : { body }),
    });
    const target = redirects < MOST_REDIRECTS ? targetOf(next, url, method) : undefined;
    if (!target) return next;
    await next.body?.cancel();
    url = target;
  }
}

function targetOf({ status, headers }: Response, from: string, method: string): string | undefined {
  const location = headers.get("location");
  const keepsMethod = status === 307 || status === 308 || (method === "GET" && status < 304);
  if (status < 301 || status > 308 || !location || !keepsMethod) return undefined;
  if (!URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  return target.origin === new URL(from).origin ? target.href : undefined;
}

function connectionError(error: unknown, { clean }: KeyHolder): ConnectionError {
  const cause = harmless(error, clean);
  const inner = cause.cause instanceof Error ? cause.cause.message : "";
  return new ConnectionError(
    `The server could not be reached, or the connection broke: ${inner || cause.message}`,
    { cause },
  );
}
