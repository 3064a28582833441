import { ConnectionError, TimeoutError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import type { KeyHolder } from "../key.ts";
import { isJsonType, isRedirect } from "./answer.ts";
import type { Runtime } from "./clock.ts";
import { harmless } from "./harmless.ts";
import type { HeaderRecord, Outgoing } from "./outgoing.ts";
import { within } from "./within.ts";

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

/** `fetch` follows no redirects: it would follow any, and some runtimes have sent the key along. */
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
    if (isRedirect(response)) {
      const { follow } = await import("./redirects.ts");
      response = await follow(response, { url, method, send });
    }
    const isLeft = isRaw && !isJsonType(response.headers.get("content-type") ?? "");
    return { response, text: isLeft ? undefined : await response.text() };
  } catch (error) {
    throw error instanceof SinkoveError ? error : connectionError(error, key);
  }
}

function connectionError(error: unknown, { clean }: KeyHolder): ConnectionError {
  const cause = harmless(error, clean);
  const inner = cause.cause instanceof Error ? cause.cause.message : "";
  return new ConnectionError(`The connection failed: ${inner || cause.message}`, { cause });
}
