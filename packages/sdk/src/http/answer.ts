import type { Problem } from "@sinkove/contract";
import { type APIErrorInit, apiErrorOf } from "../errors/api-error.ts";
import { ResponseError } from "../errors/client-errors.ts";
import type { SinkoveError } from "../errors/sinkove-error.ts";
import { retryAfterMs } from "./retry-timing.ts";

const EXCERPT_LENGTH = 200;

/** A response whose body was read and parsed. */
export interface Answer {
  /** The parsed JSON; undefined where there is none to come. */
  readonly body: unknown;
  readonly response: Response;
}

/** What reading a response needs to know. */
export interface Reading {
  readonly clean: (text: string) => string;
}

/** The id by which the service's log knows a request; cleaned, since a server can send anything. */
export function requestIdOf(headers: Headers, clean: (text: string) => string): string | undefined {
  const id = headers.get("x-request-id");
  return id ? clean(id) : undefined;
}

/** Parses a success. Throws a `ResponseError` for what is not the JSON that it ought to be. */
export function answerOf(
  response: Response,
  text: string,
  { clean, method }: Reading & { readonly method: string },
): Answer {
  const { status, headers } = response;
  if (status === 204 && method === "DELETE") return { body: undefined, response };
  const fault = faultOf(response, text);
  if (!fault) {
    try {
      return { body: JSON.parse(text), response };
    } catch {
      // Reported below: the parser's own words may hold pieces of the body.
    }
  }
  throw new ResponseError(
    `The server answered ${status} with ${clean(fault ?? "JSON that is broken or cut short")}. Is baseUrl (SINKOVE_API_URL) right?${excerpt(text, clean)}`,
    { status, requestId: requestIdOf(headers, clean) },
  );
}

function faultOf({ ok, headers }: Response, text: string): string | undefined {
  if (!ok)
    return "a redirect that is not followed: it leads to another origin, or would change the method";
  if (!text) return "an empty body";
  const type = headers.get("content-type");
  return !type || /[/+]json\b/i.test(type) ? undefined : `${type.split(";")[0]} instead of JSON`;
}

function excerpt(text: string, clean: (text: string) => string): string {
  // Cleaned first: a cut could leave a piece of a key that nothing recognises.
  return text && ` It begins: ${clean(text).slice(0, EXCERPT_LENGTH)}`;
}

/** The error that a response with an error status stands for. */
export function errorOf(
  response: Response,
  text: string,
  reading: Reading & { readonly now: number },
): SinkoveError {
  const { status, headers } = response;
  const problem = problemOf(text, reading.clean);
  return apiErrorOf({
    status,
    problem: problem ?? {},
    requestId: requestIdOf(headers, reading.clean),
    retryAfterMs: retryAfterMs(headers, reading.now),
    message: problem
      ? undefined
      : `${status}: The answer is no problem document.${excerpt(text, reading.clean)}`,
  } satisfies APIErrorInit);
}

function problemOf(text: string, clean: (text: string) => string): Partial<Problem> | undefined {
  try {
    // A boundary: the members are used as the contract types them, and the class checks its own.
    // Cleaned after parsing: an escape could hide a key.
    const value = JSON.parse(text, (_, member) =>
      typeof member === "string" ? clean(member) : member,
    ) as Partial<Problem> | null;
    return typeof value?.code === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
