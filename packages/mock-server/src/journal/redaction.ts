import { redact } from "@sinkove/api-key";
import { CONTROL_TOKEN_HEADER } from "../control/control-token.ts";

/** Bodies are kept so far, in characters. */
const MOST_TEXT = 2048;
/**
 * And looked at so far: no text that is taken for a key is as long as the difference, and what a cut leaves of one
 * is redacted as well.
 */
const MOST_READ = 2 * MOST_TEXT;
const DOWNLOAD_TOKEN = /(\/downloads\/)[^\s"?#/]+/g;
/** Also one that is cut, or whose `_` are percent-encoded. */
const INVITATION_TOKEN = /(sinkove(?:_|%5f)invitation(?:_|%5f))[\w-]+/gi;

/** A text without keys and tokens. */
export function redactText(text: string): string {
  const withoutTokens = text.includes("/downloads/") ? text.replace(DOWNLOAD_TOKEN, "$1…") : text;
  return redact(withoutTokens.replace(INVITATION_TOKEN, "$1…"));
}

/** The part of a body that is needed to tell of it later. */
export function beginningOf(body: string | undefined): string | undefined {
  // One more, to tell that there was more. A copy, since a slice would keep the whole alive.
  const most = MOST_READ + 1;
  if (body === undefined || body.length <= most) return body;
  return Buffer.from(body.slice(0, most)).toString();
}

/** A body as the journal tells of it: redacted before it is cut, since half a key is still a secret. */
export function redactBody(body: string): string {
  const text = redactText(body.slice(0, MOST_READ));
  if (body.length <= MOST_READ && text.length <= MOST_TEXT) return text;
  return `${text.slice(0, MOST_TEXT)}…`;
}

/** Headers as the journal tells of them: of credentials only the scheme and what is known to be no secret. */
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

/** A cookie's name without its value; what has no name may be a value. */
function redactPair(pair: string): string {
  const equals = pair.indexOf("=");
  return equals === -1 ? "…" : `${redactText(pair.slice(0, equals))}=…`;
}
