import { ConnectionError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import type { KeyHolder } from "../key.ts";
import { isJsonType, isRedirect } from "./answer.ts";
import { harmless } from "./harmless.ts";
import type { AttemptInfo } from "./observe.ts";
import type { Outgoing } from "./outgoing.ts";
import { follow } from "./redirects.ts";
import type { Wire } from "./wire.ts";

/** One attempt to send a request. */
export interface ExchangeInit {
  readonly request: Outgoing;
  readonly info: AttemptInfo;
  readonly signal: AbortSignal;
}

/** A response; `text` is undefined if the body was not read. */
export interface Received {
  readonly response: Response;
  readonly text: string | undefined;
}

/**
 * Sends a request once, and reads the response. `fetch` must not follow redirects: it would follow redirects to any
 * origin, and some runtimes have sent the key with them.
 */
export async function exchange(
  { request, info, signal }: ExchangeInit,
  { currentKey, clean, fetch, observer }: Wire,
): Promise<Received> {
  const current = currentKey();
  // Awaited only if necessary, because each turn of the microtask queue slows down every request.
  const authorization = `Bearer ${typeof current === "string" ? current : await current}`;
  signal.throwIfAborted(); // reading the key can take long, and hooks do not fire for requests that are not sent
  const { url, method, body = null, reading, options } = request;
  let { headers } = request;
  const { onRequest } = observer; // not called as a member
  if (onRequest) {
    const changeable = new Headers(headers);
    await onRequest({ ...info, headers: changeable }); // an error that it throws ends the call
    signal.throwIfAborted();
    headers = Object.fromEntries(changeable);
  }
  const init: RequestInit = {
    ...options.fetchOptions,
    method,
    headers: { ...headers, authorization },
    body,
    redirect: "manual",
    signal,
  };
  try {
    let response = await fetch(url, init);
    if (isRedirect(response)) response = await follow(response, request, (to) => fetch(to, init));
    const isLeft = response.ok && reading.isUnread;
    const isRead =
      !isLeft && (!reading.isRaw || isJsonType(response.headers.get("content-type") ?? ""));
    return { response, text: isRead ? await response.text() : undefined };
  } catch (error) {
    throw error instanceof SinkoveError ? error : connectionError(error, clean);
  }
}

/** The codes of Node and Bun, and the message of Deno, for a certificate that is not trusted. */
const IS_UNTRUSTED = /^\w*(CERT|_SIGNATURE)\w*:|peer certificate/;

/** ECONNREFUSED, ENOTFOUND and EAI_AGAIN, and Deno's "client error (Connect)", cut to save bytes. */
const IS_NOT_SENT = /^(ECONNREF|ENOTF|EAI_)|\(Conn/;

/** The error for a connection that failed, with the reason that `fetch` wraps, and no key. */
export function connectionError(error: unknown, clean: KeyHolder["clean"]): ConnectionError {
  const cause = harmless(error, clean);
  // Node's error has a code and no message if it tried several addresses.
  const { message, code = "" } = (cause.cause ?? cause) as NodeJS.ErrnoException;
  const reason = message || code || cause.message;
  const isTransient = !IS_UNTRUSTED.test(`${code}:${reason}`);
  const words = isTransient
    ? `The connection failed: ${reason}`
    : `The server's certificate is not trusted: ${reason}. For a private CA, set NODE_EXTRA_CA_CERTS (Deno: DENO_CERT) to its file.`;
  return new ConnectionError(words, { cause }, isTransient, IS_NOT_SENT.test(`${code}:${reason}`));
}
