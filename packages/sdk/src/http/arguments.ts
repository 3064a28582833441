// Checks and serializes the arguments of a call, before anything is sent. No other module does this.
import { redact } from "@sinkove/api-key";
import { ArgumentError } from "../errors/client-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import { harmless } from "./harmless.ts";
import type { HeaderRecord } from "./outgoing.ts";

/** No segment is empty, or begins or ends with a dot. */
const SAFE_PATH = /^(\/[\w~-]+(\.[\w~-]+)*)+$/;
const SAFE_SEGMENT = /^[\w~-]+(\.[\w~-]+)*$/;
const API_KEY = /sinkove_(?:live|test)_[0-9A-Za-z]{16}/i;
/** No id and no filter contains this. */
const API_KEY_PREFIX = /sinkove_(?:live|test)_/i;
/** UTF-8 cannot encode half of a surrogate pair. */
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The error for arguments that cannot be used. A getter, a proxy or a `toJSON` may throw anything, which becomes the
 * `cause` of an `ArgumentError`.
 */
export function argumentErrorOf(error: unknown): SinkoveError {
  if (error instanceof SinkoveError) return error;
  const message = "An argument cannot be read. See the cause.";
  return new ArgumentError(message, { cause: harmless(error, redact) });
}

/** Reads a value from the caller. Anything that this throws becomes an `ArgumentError`. */
export function judged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw argumentErrorOf(error);
  }
}

/** Headers with their names in lower case. */
export function checkedHeaders(headers: HeaderRecord | undefined): HeaderRecord {
  try {
    const checked = Object.fromEntries(new Headers(headers ?? {}));
    refuseApiKey("headers", JSON.stringify(checked));
    return checked;
  } catch (error) {
    if (error instanceof ArgumentError) throw error;
    // The message of `Headers` repeats the value, which may be a secret.
    throw new ArgumentError("headers must be single lines of ASCII.");
  }
}

/**
 * Fills a path template with values by name, or in their order. Refuses a segment that is empty, leads upwards (`..`)
 * or changes the path (`/`, `?`, `#`, `%`), because it would reach another operation than the one that was called.
 */
export function fillPath(
  template: string,
  values: Readonly<Record<string, unknown>> | readonly unknown[] = {},
): string {
  let position = 0;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Array.isArray(values) ? values[position++] : Object(values)[name];
    refuseApiKey(name, value, API_KEY_PREFIX);
    if (SAFE_SEGMENT.test(textOf(value))) return textOf(value);
    const fault = value === undefined ? "undefined" : value === "" ? "empty" : "not a valid id";
    throw new ArgumentError(`${name} is ${fault}. Pass it as the API gave it.`);
  });
}

/** Returns the path if it stays below the base URL and is not changed by parsing: it has no `..`, `%`, `?` or `#`. */
export function checkedPath(path: string): string {
  refuseApiKey("path", path, API_KEY_PREFIX);
  if (SAFE_PATH.test(path)) return path;
  throw new ArgumentError("A path must be like /datasets/{id}, with the id in params.");
}

/** Returns the method in upper case, because `fetch` only converts some methods. */
export function checkedMethod(method: string, body: string | undefined): string {
  const name = textOf(method).toUpperCase();
  if (!/^[A-Z]+$/.test(name) || (body && /^(GET|HEAD)$/.test(name)))
    throw new ArgumentError("method must be like GET or POST. A GET has no body.");
  return name;
}

/** Writes a query, with its `?`. A `Date` is written as RFC 3339, a list as one pair per item. Leaves out undefined and null. */
export function writeQuery(query: object | undefined): string {
  // Checked at run time, because programs that are not type-checked pass anything.
  if (typeof (query ?? {}) !== "object") throw new ArgumentError("query must be an object.");
  const written = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) => [value].flat().map((each) => [name, queryValue(name, each)]));
  return written.length ? `?${new URLSearchParams(written)}` : "";
}

function queryValue(name: string, value: unknown): string {
  // Does not use `instanceof`, because a date may come from another realm. An invalid date throws.
  const text = (value as Partial<Date>).toISOString?.() ?? value;
  refuseApiKey("A name", name, API_KEY_PREFIX);
  refuseApiKey(name, text, API_KEY_PREFIX);
  if (["object", "function", "symbol"].includes(typeof text) || LONE_SURROGATE.test(textOf(text)))
    throw new ArgumentError(`${name} must be text, a number or a date.`);
  return String(text);
}

/** Writes a body as JSON; undefined if there is none. */
export function writeBody(body: object | undefined): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body !== "object") throw new ArgumentError("body must be an object.");
  return JSON.stringify(body, checkMember);
}

/** Refuses `NaN` and invalid dates: JSON would have `null`, which often means "no limit". */
function checkMember(this: Record<string, unknown>, name: string, value: unknown): unknown {
  refuseApiKey("A name", name);
  refuseApiKey(name, value);
  const isNull = value === null && this[name] !== null;
  if (isNull || (typeof value === "number" && !Number.isFinite(value)))
    throw new ArgumentError(`${name} must be a finite number or a valid date.`);
  return value;
}

/** Refuses an API key in the wrong place, where it would be sent, logged and shown. */
export function refuseApiKey(name: string, value: unknown, pattern: RegExp = API_KEY): void {
  if (pattern.test(textOf(value)))
    throw new ArgumentError(`${name} looks like an API key. Pass it as apiKey only.`);
}

/** The value if it is text; otherwise an empty text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
