import type { HttpRequest } from "@sinkove/api";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./passwords.ts";
import { invalid, Refusal } from "./reply.ts";

/** How to read a field of a request body. */
export interface Field {
  /** Ends the sentence "… must be". */
  readonly expected: string;
  /** Returns undefined if the value is invalid. */
  readonly parse: (value: unknown) => string | boolean | undefined;
  readonly isOptional?: boolean;
  /** The code of the error. Default: `INVALID_REQUEST`. */
  readonly code?: string;
}

/** The fields of a body, by name. */
export type Fields = Readonly<Record<string, Field>>;

/** The body of a request, with known fields only. */
export type Body = Readonly<Record<string, string | boolean>>;

const MOST_BYTES = 16 * 1024;

/**
 * Reads a JSON body. Unknown fields are refused, because better-auth has fields that clients must not set.
 *
 * @throws Refusal
 */
export async function readBody(request: HttpRequest, fields: Fields): Promise<Body> {
  if (Object.keys(fields).length === 0) return {};
  requireJson(request);
  const bytes = await request.readBody(MOST_BYTES);
  if (!bytes) {
    const message = "The body is larger than 16 KiB. Send less.";
    throw new Refusal({ status: 413, code: "PAYLOAD_TOO_LARGE", message });
  }
  return checked(objectOf(bytes), fields);
}

function requireJson({ headers }: HttpRequest): void {
  if (/^application\/json(?:\s*;.*)?$/i.test(headers.get("content-type") ?? "")) return;
  const message = "The body must be JSON. Send it with Content-Type: application/json.";
  throw new Refusal({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE", message });
}

function objectOf(bytes: Uint8Array): ReadonlyMap<string, unknown> {
  const value = parse(bytes);
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return new Map(Object.entries(value));
  throw invalid("The body must be a JSON object in UTF-8.");
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function checked(given: ReadonlyMap<string, unknown>, fields: Fields): Body {
  for (const name of given.keys()) {
    if (Object.hasOwn(fields, name)) continue;
    throw invalid(`Unknown field. Allowed fields: ${Object.keys(fields).join(", ")}.`);
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = given.get(name);
      if (value === undefined && field.isOptional) return [];
      return [[name, read(name, field, value)]];
    }),
  );
}

function read(name: string, { parse: parseField, expected, code }: Field, value: unknown) {
  const found = parseField(value);
  if (found !== undefined) return found;
  const message = `${name} must be ${expected}.`;
  throw new Refusal({ status: 400, code: code ?? "INVALID_REQUEST", message });
}

/** Only ASCII: in other scripts, two different addresses can become equal in lower case. */
export const email: Field = {
  expected: "an email address such as ada@example.com",
  code: "INVALID_EMAIL",
  parse: (value) =>
    typeof value === "string" && value.length <= 254 && EMAIL.test(value)
      ? value.toLowerCase()
      : undefined,
};

const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i;

export const newPassword: Field = {
  expected: `a password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters`,
  code: "INVALID_PASSWORD",
  parse: (value) =>
    typeof value === "string" &&
    value.length >= SHORTEST_PASSWORD &&
    value.length <= LONGEST_PASSWORD
      ? value
      : undefined,
};

/** A name that people see, which must not steer a terminal or reverse the text around it. */
export const personName: Field = {
  expected: "a name of 1 to 100 characters, without control characters",
  parse(value) {
    const name = typeof value === "string" ? value.trim().normalize("NFC") : "";
    const isClean = !/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u.test(name);
    return name.length >= 1 && name.length <= 100 && isClean ? name : undefined;
  },
};

export const flag: Field = {
  expected: "true or false",
  parse: (value) => (typeof value === "boolean" ? value : undefined),
};

/** A text that is validated elsewhere. */
export function text(most: number): Field {
  return {
    expected: `a text of 1 to ${most} characters`,
    parse: (value) =>
      typeof value === "string" && value.length >= 1 && value.length <= most ? value : undefined,
  };
}

export function optional(field: Field): Field {
  return { ...field, isOptional: true };
}

/** A path of the console. Refuses everything that a browser would resolve to another place. */
export const consolePath: Field = {
  expected: "a path of the console, such as /console/profile",
  parse: (value) =>
    typeof value === "string" && value.length <= 500 && isConsolePath(value) ? value : undefined,
};

function isConsolePath(path: string): boolean {
  const url = URL.parse(path, "http://localhost");
  return (
    url !== null && /^\/console(?:\/|$)/.test(url.pathname) && url.pathname + url.search === path
  );
}
