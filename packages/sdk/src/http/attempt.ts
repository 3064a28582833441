import { ConnectionError, TimeoutError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import type { KeyHolder } from "../key.ts";
import type { Runtime } from "./clock.ts";
import { harmless } from "./harmless.ts";
import type { HeaderRecord, Outgoing } from "./outgoing.ts";
import { within } from "./within.ts";

const MOST_REDIRECTS = 5;

/** One attempt to send a request. */
export interface AttemptInit {
  readonly request: Outgoing;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  /** Gives the headers of this attempt; what it throws ends the call. */
  readonly prepare: () => HeaderRecord;
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
  const { runtime } = wire;
  const { signal, timeout } = init;
  const timedOut = () => new TimeoutError("An attempt", timeout);
  return within({ runtime, signal, timeout, timedOut }, (stop) => exchange(init, wire, stop));
}

/**
 * Redirects are followed here, and within the origin only: `fetch` would follow any, and some
 * runtimes have sent the key along. Whatever else is redirected comes back as it is.
 */
async function exchange(
  { request, prepare }: AttemptInit,
  { key, fetch }: Wire,
  signal: AbortSignal,
): Promise<Received> {
  const current = key.current();
  // Awaited only where it has to be: each turn of the microtasks costs every request.
  const authorization = `Bearer ${typeof current === "string" ? current : await current}`;
  const { url, method, body, isRaw } = request;
  const init = { method, headers: { ...prepare(), authorization }, redirect: "manual", signal };
  const send = (to: string) => fetch(to, (body === undefined ? init : { ...init, body }) as never);
  try {
    let response = await send(url);
    if (isRedirect(response)) response = await follow(response, { url, method, send });
    const isLeft = isRaw && !isJson(response);
    return { response, text: isLeft ? undefined : await response.text() };
  } catch (error) {
    throw error instanceof SinkoveError ? error : connectionError(error, key);
  }
}

function isRedirect({ status }: Response): boolean {
  return status > 300 && status < 309;
}

function isJson({ headers }: Response): boolean {
  return /[/+]json\b/i.test(headers.get("content-type") ?? "");
}

interface Redirected {
  readonly url: string;
  readonly method: string;
  readonly send: (url: string) => Promise<Response>;
}

async function follow(first: Response, { url, method, send }: Redirected): Promise<Response> {
  let response = first;
  let from = url;
  for (let redirects = 0; redirects < MOST_REDIRECTS && isRedirect(response); redirects++) {
    const target = targetOf(response, from, method);
    if (!target) break;
    await response.body?.cancel();
    response = await send(target);
    from = target;
  }
  return response;
}

function targetOf({ status, headers }: Response, from: string, method: string): string | undefined {
  const location = headers.get("location");
  const keepsMethod = status === 307 || status === 308 || (method === "GET" && status < 304);
  if (!location || !keepsMethod || !URL.canParse(location, from)) return undefined;
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
