import { createHmac, timingSafeEqual } from "node:crypto";

const NAME = "sinkove_session";

/**
 * The name of the session cookie. Under https, browsers protect a `__Host-` cookie: it comes from this very host over
 * https, and no other host of the domain can set it.
 */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

/** The prefix of the other cookies of signing in. */
export function cookiePrefix(isSecure: boolean): string {
  return isSecure ? "__Host-sinkove" : "sinkove";
}

/**
 * Reads the token from the session cookie.
 *
 * @returns undefined if there is no such cookie; `"forged"` if its signature is not ours, or there are two
 */
export function readSessionToken(
  cookies: string | null,
  { name, secret }: { readonly name: string; readonly secret: string },
): string | "forged" | undefined {
  const values = (cookies ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  if (value === undefined) return undefined;
  return (values.length === 1 ? tokenOf(value, secret) : undefined) ?? "forged";
}

/** better-auth's format of signed cookies: `token.signature`, URL-encoded, with the base64 of an HMAC-SHA-256. */
function tokenOf(value: string, secret: string): string | undefined {
  const text = decoded(value);
  const dot = text.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = text.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest("base64");
  return isSame(text.slice(dot + 1), expected) ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
