import { checksum, digitCode } from "./checksum.ts";

/** `live` keys belong to the service, `test` keys to sandboxes; each refuses the other's. */
export type ApiKeyEnvironment = "live" | "test";

/** What may be shown and stored of a key, as in the contract's API key object. */
export interface ParsedApiKey {
  readonly environment: ApiKeyEnvironment;
  /** The key up to the fourth character of its random part, for people to recognise it. */
  readonly prefix: string;
  /** The last four characters of the key. */
  readonly last4: string;
}

/** Options of {@link generateApiKey}. */
export interface GenerateApiKeyOptions {
  /**
   * Fills the whole array with cryptographically secure random bytes.
   * Default: `crypto.getRandomValues`. Pass another only in tests.
   */
  readonly random?: ((bytes: Uint8Array<ArrayBuffer>) => void) | undefined;
}

// The only global that this package touches, and only when a key is generated.
declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): unknown };

/**
 * The source of a regular expression that finds API keys in text, for secret scanners.
 * It uses only what RE2, PCRE, Hyperscan and ECMAScript have in common.
 * Confirm a match offline, with no request, by {@link parseApiKey}.
 *
 * @example
 * const found = text.match(new RegExp(API_KEY_PATTERN, "g"));
 */
export const API_KEY_PATTERN = "sinkove_(?:live|test)_[0-9A-Za-z]{38}\\b";

// A literal, as everywhere in published code: some minifiers change the backslashes of a pattern in a string.
const FORM = /^sinkove_(?:live|test)_[0-9A-Za-z]{38}$/;

/**
 * Makes a new secret: `sinkove_`, the environment, `_`, 32 random base62 characters (190 bits)
 * and 6 of checksum. Store its SHA-256 only; show the secret once.
 *
 * @throws TypeError when the environment is neither `live` nor `test`, or when `random` does not
 * fill its array.
 * @see The contract, section "API key".
 * @example
 * const secret = generateApiKey("test");
 */
export function generateApiKey(
  environment: ApiKeyEnvironment,
  { random = (bytes) => crypto.getRandomValues(bytes) }: GenerateApiKeyOptions = {},
): string {
  // 255 is never used, so a source that leaves the array alone (or returns a new one) is found out.
  const bytes = new Uint8Array(64).fill(255);
  random(bytes);
  const digits: number[] = [];
  // 256 is no multiple of 62: from 248 on, bytes would favour the first digits. That fewer than 32
  // are left has a probability below 2^-100, so there is no loop that a broken source keeps going.
  for (const byte of bytes) {
    if (byte < 248 && digits.length < 32) digits.push(digitCode(byte % 62));
  }
  const body = `sinkove_${environment}_${String.fromCharCode(...digits)}`;
  const secret = body + checksum(body);
  if (FORM.test(secret)) return secret;
  throw new TypeError("environment must be live or test; random must fill its array.");
}

/**
 * Reads a key without a look-up: `undefined` unless form and checksum are right. Whether the key
 * was ever issued, only the API knows.
 *
 * @see The contract, section "API key".
 * @example
 * parseApiKey(secret)?.environment; // "live" or "test"
 */
export function parseApiKey(secret: string): ParsedApiKey | undefined {
  return isApiKey(secret) ? partsOf(secret) : undefined;
}

/** Whether form and checksum are right. */
export function isApiKey(secret: string): boolean {
  return FORM.test(secret) && checksum(secret.slice(0, -6)) === secret.slice(-6);
}

/** The environment of a text that is an API key. */
export function environmentOf(secret: string): ApiKeyEnvironment {
  return secret.slice(8, 12) as ApiKeyEnvironment; // the form admits no other
}

/** What can be read from a text that is an API key. */
export function partsOf(secret: string): ParsedApiKey {
  return {
    environment: environmentOf(secret),
    prefix: secret.slice(0, 17),
    last4: secret.slice(-4),
  };
}
