import type { WebhookEvent } from "@sinkove/contract";
import { ArgumentError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import {
  bytesOf,
  bytesOfBody,
  type Key,
  keysOf,
  type WebhookBody,
  type WebhookSecret,
} from "./secret.ts";
import { WebhookError } from "./webhook-error.ts";

export type { WebhookBody, WebhookSecret } from "./secret.ts";

/** The headers of a request: `Headers`, or an object as in Node and most frameworks. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Options of {@link unwrap}. */
export interface UnwrapOptions {
  /**
   * The maximum difference between the time of a webhook and yours, in seconds. An older one may be
   * a replayed copy. Default: 300.
   */
  readonly toleranceSeconds?: number | undefined;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

const TOLERANCE = 300;
/** Further signatures are ignored, because a rotation creates only a few. */
const MOST_SIGNATURES = 10;

/**
 * Verifies that a request is a webhook from Sinkove, and returns its event. It checks the
 * HMAC-SHA256 of the id, the time and the body with the secret of the endpoint (Standard Webhooks
 * 1.0).
 *
 * An event may arrive more than once; `id` is the same each time. Events of unknown types are returned too.
 *
 * @param body - The raw body, before any parsing.
 * @param headers - The headers of the request. Their names may be in any case.
 * @param secret - The secret of the endpoint, `whsec_…`; several while you change over to a new one.
 * @param options - How old a webhook may be.
 * @returns The event.
 * @throws WebhookError with the reason as its `code`, ConfigurationError for a secret that cannot be valid,
 * ArgumentError for a body that was parsed
 * @example
 * const event = await unwrap(await request.text(), request.headers, process.env.WEBHOOK_SECRET);
 * if (event.type === "dataset.ready") await download(event.data.datasetId);
 */
export async function unwrap(
  body: WebhookBody,
  headers: WebhookHeaders,
  secret: WebhookSecret,
  options: UnwrapOptions = {},
): Promise<WebhookEvent> {
  try {
    return await verified({ body, headers, secret, options });
  } catch (error) {
    if (error instanceof SinkoveError) throw error;
    // A getter, a proxy or a function of an argument may throw anything.
    throw new ArgumentError("An argument cannot be read. See the cause.", { cause: error });
  }
}

interface Arguments {
  readonly body: WebhookBody;
  readonly headers: WebhookHeaders;
  readonly secret: WebhookSecret;
  readonly options: UnwrapOptions;
}

async function verified({ body, headers, secret, options }: Arguments): Promise<WebhookEvent> {
  const bytes = bytesOfBody(body);
  const keys = await keysOf(secret);
  const { id, timestamp, signatures } = readHeaders(headers);
  requireRecent(timestamp, options);
  const signed = concat(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  if (!(await isSigned(signed, signatures, keys))) throw mismatch();
  return parse(bytes);
}

interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly signatures: readonly Uint8Array<ArrayBuffer>[];
}

function readHeaders(headers: WebhookHeaders): Signed {
  if (typeof headers !== "object" || headers === null || isPromise(headers))
    throw new ArgumentError("The headers must be Headers, or an object with a member for each.");
  const [id, timestamp, list] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(
    (name) => headerOf(headers, name),
  );
  if (!id || !list || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) {
    const message =
      "The request lacks a header: webhook-id, webhook-timestamp or webhook-signature. It does not come from Sinkove, or something on its way has removed them.";
    throw new WebhookError("WEBHOOK_HEADERS_MISSING", message);
  }
  const signatures = list
    .split(" ")
    .slice(0, MOST_SIGNATURES)
    .flatMap((each) => (each.startsWith("v1,") ? (bytesOf(each.slice(3)) ?? []) : []));
  return { id, timestamp, signatures };
}

/** Whether headers are a promise, which Next.js returns from `headers()`. A header may also have the name `then`. */
function isPromise(headers: object): boolean {
  return "then" in headers && typeof headers.then === "function";
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  const found: unknown =
    "get" in headers && typeof headers.get === "function"
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const value: unknown = Array.isArray(found) ? found[0] : found;
  return typeof value === "string" ? value : undefined;
}

function requireRecent(timestamp: string, options: UnwrapOptions): void {
  const { toleranceSeconds = TOLERANCE, now = Date.now } = options;
  if (!(toleranceSeconds >= 0)) throw new ArgumentError("toleranceSeconds must be 0 or more.");
  const age = Math.floor(now() / 1000) - Number(timestamp);
  if (Math.abs(age) <= toleranceSeconds) return;
  const [code, what] =
    age > 0 ? (["WEBHOOK_TOO_OLD", "old"] as const) : (["WEBHOOK_TOO_NEW", "ahead"] as const);
  const message = `The webhook is ${Math.abs(age)} s ${what}, and may be ${toleranceSeconds} s. It may be a copy of another one, or the clock of this machine is wrong.`;
  throw new WebhookError(code, message);
}

/** Each signature is compared in constant time. */
async function isSigned(
  data: Uint8Array<ArrayBuffer>,
  signatures: Signed["signatures"],
  keys: readonly Key[],
): Promise<boolean> {
  for (const key of keys) {
    for (const signature of signatures) {
      if (await crypto.subtle.verify("HMAC", key, signature, data)) return true;
    }
  }
  return false;
}

function mismatch(): WebhookError {
  const message =
    "The signature of the webhook is not that of the secret. Check that the secret is this endpoint's, and that the body is passed as it came.";
  return new WebhookError("WEBHOOK_SIGNATURE_MISMATCH", message);
}

/** Parses a body whose signature is valid, so Sinkove has sent it. */
function parse(bytes: Uint8Array<ArrayBuffer>): WebhookEvent {
  try {
    const event: unknown = JSON.parse(
      new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    const isEvent = typeof event === "object" && event !== null && "type" in event;
    // The cast is safe because the body is signed, and the contract defines its members.
    if (isEvent && typeof event.type === "string") return event as WebhookEvent;
  } catch {
    // The error is thrown below.
  }
  throw new WebhookError(
    "WEBHOOK_BODY_INVALID",
    "The body of the webhook is not an event in JSON.",
  );
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
