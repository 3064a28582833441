import type { Problem } from "@sinkove/contract";
import { apiErrorOf } from "../errors/api-error-of.ts";
import { ResponseError } from "../errors/client-errors.ts";
import type { Attempt, SinkoveError } from "../errors/sinkove-error.ts";
import type { Received, Wire } from "./exchange.ts";
import { retryAfterMs } from "./retry-timing.ts";

const EXCERPT_LENGTH = 200;

/** The error for a response that is not a success, or whose body is not valid. */
export function refusalOf(
  { response, text = "" }: Received,
  { runtime, key: { clean } }: Wire,
  { requestId, error: fault }: Pick<Attempt, "requestId" | "error">,
): SinkoveError {
  const { status, headers } = response;
  // Hides keys before the cut, which could leave a piece of a key that is not recognized.
  const excerpt = text && ` It begins: ${clean(text).slice(0, EXCERPT_LENGTH)}`;
  if (status < 400) {
    const words = clean(fault ?? faultOf(response, text));
    return new ResponseError(
      `The server answered ${status} with ${words}. Is baseUrl (SINKOVE_API_URL) right?${excerpt}`,
      { status, requestId },
    );
  }
  const problem = problemOf(text, clean);
  return apiErrorOf({
    status,
    problem,
    requestId,
    retryAfterMs: retryAfterMs(headers, runtime.now()),
    message: problem.code
      ? undefined
      : `${status}: The response is not a problem document.${excerpt}`,
  });
}

/** Whether a 404 means that an earlier attempt, whose response was lost, did the deletion. */
export function isDeleted({ code }: SinkoveError, attempts: readonly Attempt[]): boolean {
  const mayBeDone = ({ status }: Attempt) => status !== 408 && status !== 429;
  const isMissing = attempts.at(-1)?.status === 404 && code.endsWith("_NOT_FOUND");
  return isMissing && attempts.slice(0, -1).some(mayBeDone);
}

function faultOf({ ok, headers }: Response, text: string): string {
  // A page is not told where a redirect leads.
  const target = headers.get("location")?.split("?")[0] ?? "nowhere known";
  if (!ok) return `a redirect to ${target}, which leaves the origin, changes the method or loops`;
  if (!text) return "an empty body";
  return `${headers.get("content-type")?.split(";")[0]} instead of JSON`;
}

/** The problem document, or an empty one if the text is something else. */
function problemOf(text: string, clean: (text: string) => string): Partial<Problem> {
  try {
    // The cast is safe because a server sends problems as the contract types them, and `APIError` checks `errors`.
    // Hides keys after parsing, because escapes in the JSON could conceal them.
    const value = JSON.parse(text, (_, member) =>
      typeof member === "string" ? clean(member) : member,
    ) as Partial<Problem> | null;
    return typeof value?.code === "string" ? value : {};
  } catch {
    return {};
  }
}
