/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Bytes as base64 (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Undefined if the text is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Bytes as lower-case hexadecimal. */
function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += HEX[byte];
  return hex;
}

const DIGITS = codesOf("0123456789abcdef");
const uuid = codesOf("00000000-0000-0000-0000-000000000000");
/** The position in the text of each byte's two digits. */
const PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/**
 * Sixteen bytes as a UUID. It is written into one buffer: joining pieces would create ten times as
 * much garbage.
 */
export function toUuid(bytes: Uint8Array): string {
  PLACES.forEach((place, index) => {
    const byte = bytes[index] ?? 0;
    uuid[place] = DIGITS[byte >> 4] ?? 0;
    uuid[place + 1] = DIGITS[byte & 15] ?? 0;
  });
  return String.fromCharCode(...uuid);
}

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/**
 * SHA-256 of a text, as {@link sha256}. In Node it is synchronous, and for a short text several
 * times faster than Web Crypto, which runs in another thread.
 */
export function sha256OfText(text: string): string | Promise<string> {
  return nodeHash ? nodeHash("sha256", text) : sha256(text);
}

// Looked up at run time, so that bundles for browsers do not import it.
const nodeHash = globalThis.process?.getBuiltinModule?.("node:crypto")?.hash;
