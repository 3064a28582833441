import { checksum, digitCode } from "./checksum.ts";

/** `live` keys are for the service, `test` keys for sandboxes. Each refuses keys of the other environment. */
export type ApiKeyEnvironment = "live" | "test";

/** The parts of a key that may be shown and stored, as in the contract's API key object. */
export interface ParsedApiKey {
  readonly environment: ApiKeyEnvironment;
  /** The key up to the fourth character of its random part, by which people can recognize it. */
  readonly prefix: string;
  /** The last four characters of the key. */
  readonly last4: string;
}

/** Options of {@link generateApiKey}. */
export interface GenerateApiKeyOptions {
  /**
   * Fills the array with cryptographically secure random bytes. Default: `crypto.getRandomValues`. Pass another
   * function only in tests.
   */
  readonly random?: ((bytes: Uint8Array<ArrayBuffer>) => void) | undefined;
}

// The only global that this package uses, and only to generate a key.
declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): unknown };

/**
 * The source of a regular expression that finds API keys in text, for secret scanners. It uses only syntax that RE2,
 * PCRE, Hyperscan and ECMAScript share. {@link parseApiKey} confirms a match offline.
 *
 * @example
 * const found = text.match(new RegExp(API_KEY_PATTERN, "g"));
 */
export const API_KEY_PATTERN = "sinkove_(?:live|test)_[0-9A-Za-z]{38}\\b";

// A literal, because some minifiers change the backslashes of a pattern in a string.
const FORM = /^sinkove_(?:live|test)_[0-9A-Za-z]{38}$/;

/**
 * Generates a new secret: `sinkove_`, the environment, `_`, 32 random base62 characters (190 bits) and a checksum of 6
 * characters. Store only its SHA-256, and show the secret only once.
 *
 * @throws TypeError if the environment is neither `live` nor `test`, or if `random` does not fill its array.
 * @see The contract, section "API key".
 * @example
 * const secret = generateApiKey("test");
 */
export function generateApiKey(
  environment: ApiKeyEnvironment,
  { random = (bytes) => crypto.getRandomValues(bytes) }: GenerateApiKeyOptions = {},
): string {
  // Bytes of 255 are never used, so this detects a source that does not fill the array (or returns a new one).
  const bytes = new Uint8Array(64).fill(255);
  random(bytes);
  const digits: number[] = [];
  // 256 is not a multiple of 62, so bytes from 248 would favour the first digits. The probability that fewer than 32
  // bytes are left is below 2^-100, so there is no loop, which a broken source could keep running forever.
  for (const byte of bytes) {
    if (byte < 248 && digits.length < 32) digits.push(digitCode(byte % 62));
  }
  const body = `sinkove_${environment}_${String.fromCharCode(...digits)}`;
  const secret = body + checksum(body);
  if (FORM.test(secret)) return secret;
  throw new TypeError("environment must be live or test; random must fill its array.");
}

/**
 * Parses a key without a lookup. Returns `undefined` if its form or checksum is wrong. Only the API knows whether the
 * key was issued.
 *
 * @see The contract, section "API key".
 * @example
 * parseApiKey(secret)?.environment; // "live" or "test"
 */
export function parseApiKey(secret: string): ParsedApiKey | undefined {
  return isApiKey(secret) ? partsOf(secret) : undefined;
}

/** Whether the form and the checksum of a text are those of an API key. */
export function isApiKey(secret: string): boolean {
  return FORM.test(secret) && checksum(secret.slice(0, -6)) === secret.slice(-6);
}

/** The environment of a valid API key. */
export function environmentOf(secret: string): ApiKeyEnvironment {
  return secret.slice(8, 12) as ApiKeyEnvironment; // FORM allows only these two
}

/** The parts of a valid API key. */
export function partsOf(secret: string): ParsedApiKey {
  return {
    environment: environmentOf(secret),
    prefix: secret.slice(0, 17),
    last4: secret.slice(-4),
  };
}
