import { redact } from "@sinkove/api-key";
import { CONTROL_TOKEN_HEADER } from "../control/control-token.ts";

/** The maximum length of a body in a journal entry, in characters. */
const MOST_TEXT = 2048;
/**
 * The number of characters of a body that are redacted. It exceeds MOST_TEXT by more than the length of any key, so
 * that a key at the cut is recognized as a whole.
 */
const MOST_READ = 2 * MOST_TEXT;
const DOWNLOAD_TOKEN = /(\/downloads\/)[^\s"?#/]+/g;
/** Also matches truncated tokens and tokens whose `_` are percent-encoded. */
const INVITATION_TOKEN = /(sinkove(?:_|%5f)invitation(?:_|%5f))[\w-]+/gi;

/** Removes keys and tokens from a text. */
export function redactText(text: string): string {
  const withoutTokens = text.includes("/downloads/") ? text.replace(DOWNLOAD_TOKEN, "$1…") : text;
  return redact(withoutTokens.replace(INVITATION_TOKEN, "$1…"));
}

/** Returns the part of a body that {@link redactBody} needs. */
export function beginningOf(body: string | undefined): string | undefined {
  // One more character shows that the body was longer. A plain slice would keep the whole body in memory.
  const most = MOST_READ + 1;
  if (body === undefined || body.length <= most) return body;
  return Buffer.from(body.slice(0, most)).toString();
}

/** Redacts a body, then truncates it: truncating first could leave part of a key unredacted. */
export function redactBody(body: string): string {
  const text = redactText(body.slice(0, MOST_READ));
  if (body.length <= MOST_READ && text.length <= MOST_TEXT) return text;
  return `${text.slice(0, MOST_TEXT)}…`;
}

/** Redacts headers. Credentials keep only the scheme and the parts of a key that are not secret. */
export function redactHeaders(
  headers: readonly (readonly [name: string, value: string])[],
): Record<string, string> {
  const redacted = headers.map(([sent, value]) => {
    const name = sent.toLowerCase();
    return [name, redactHeader(name, value)] as const;
  });
  return Object.fromEntries(redacted);
}

const CONTROL_TOKEN = CONTROL_TOKEN_HEADER.toLowerCase();
const SECRET: ReadonlySet<string> = new Set(["authorization", "proxy-authorization"]);

function redactHeader(name: string, value: string): string {
  if (name === CONTROL_TOKEN) return "…";
  if (name === "cookie") return value.split(";").map(redactPair).join(";");
  if (name === "set-cookie") return value.replace(/^[^;]*/, redactPair);
  if (!SECRET.has(name)) return redactText(value);
  const redacted = redact(value);
  return redacted === value ? value.replace(/^(\S+\s+)?.*$/s, "$1…") : redacted;
}

/** Redacts the value of a cookie. A pair without a name is redacted as a whole. */
function redactPair(pair: string): string {
  const equals = pair.indexOf("=");
  return equals === -1 ? "…" : `${redactText(pair.slice(0, equals))}=…`;
}
