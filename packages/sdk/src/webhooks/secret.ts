import { ArgumentError, ConfigurationError } from "../errors/client-errors.ts";

const PREFIX = "whsec_";

/** The secret of an endpoint, or several while it is rotated. `undefined` is refused, like an empty text. */
export type WebhookSecret = string | readonly string[] | undefined;

/** A `CryptoKey`; Node's types have no type of that name. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/**
 * Reads the secrets of an endpoint: one, or several while it is rotated.
 *
 * @throws ConfigurationError for one that cannot be valid, without repeating it
 */
export function keysOf(secret: WebhookSecret): Promise<Key[]> {
  const secrets = typeof secret === "string" ? [secret] : secret;
  if (!Array.isArray(secrets) || secrets.length === 0)
    throw new ConfigurationError(
      "The secret of the webhook endpoint is missing. Pass the one that was shown when the endpoint was created.",
    );
  // Pages that are not served over HTTPS have no Web Crypto.
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle)
    throw new ConfigurationError(
      "Webhooks are checked with Web Crypto, which is missing here. Use Node 20 or later, or a page over HTTPS.",
    );
  return Promise.all(Array.from(secrets, (each) => keyOf(each, subtle)));
}

function keyOf(secret: unknown, subtle: typeof crypto.subtle): Promise<Key> {
  const text = typeof secret === "string" ? secret.trim() : "";
  const bytes = text.startsWith(PREFIX) ? bytesOf(text.slice(PREFIX.length)) : undefined;
  if (!bytes || bytes.length === 0)
    throw new ConfigurationError(
      "The secret of the webhook endpoint is not valid: it begins with whsec_, and base64 follows. Copy it again.",
    );
  return subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

/** Undefined if the text is not base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The raw body, as text or bytes. */
export type WebhookBody = string | ArrayBuffer | Uint8Array;

/** @throws ArgumentError for a body that was parsed */
export function bytesOfBody(body: WebhookBody): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return new TextEncoder().encode(body);
  // Also accepts bytes of other realms, such as Jest's. Copies them, because shared bytes could change before parsing.
  if (ArrayBuffer.isView(body))
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  if (Object.prototype.toString.call(body) === "[object ArrayBuffer]")
    return new Uint8Array(body.slice(0));
  throw new ArgumentError(
    'The body must be the text or the bytes as they came, because their signature is checked. Read it before it is parsed, such as with express.raw({ type: "application/json" }).',
  );
}
