import type { Problem } from "@sinkove/contract";
import { apiErrorOf } from "../errors/api-error-of.ts";
import { ResponseError } from "../errors/client-errors.ts";
import type { Attempt, SinkoveError } from "../errors/sinkove-error.ts";
import type { Received } from "./exchange.ts";
import { retryAfterMs } from "./retry-timing.ts";
import type { Wire } from "./wire.ts";

const EXCERPT_LENGTH = 200;

/** The error for a response with an error status, or with a fault that `answerOf` found. */
export function refusalOf(
  { response, text = "" }: Received,
  { runtime, clean }: Pick<Wire, "runtime" | "clean">,
  { requestId, error: fault }: Pick<Attempt, "requestId" | "error">,
): SinkoveError {
  const { status, headers } = response;
  // Hides keys before the cut, which could leave a piece of a key that is not recognized.
  const excerpt = text && ` It begins: ${clean(text).slice(0, EXCERPT_LENGTH)}`;
  if (fault) {
    return new ResponseError(
      `The server answered ${status} with ${fault}. Is baseUrl (SINKOVE_API_URL) right?${excerpt}`,
      { status, requestId },
    );
  }
  const problem = problemOf(text, clean) ?? {
    title: `The response is not a problem document.${excerpt}`,
  };
  return apiErrorOf({
    status,
    problem,
    requestId,
    retryAfterMs: retryAfterMs(headers, runtime.now()),
  });
}

/** Whether an error means that an earlier attempt, whose response was lost, did the deletion. */
export function isDeleted({ code }: SinkoveError, attempts: readonly Attempt[]): boolean {
  const mayBeDone = ({ status }: Attempt) => status !== 408 && status !== 429;
  return code.endsWith("_NOT_FOUND") && attempts.slice(0, -1).some(mayBeDone);
}

/** The problem document, if the text is one. */
function problemOf(text: string, clean: (text: string) => string): Partial<Problem> | undefined {
  try {
    // The cast is safe because a server sends problems as the contract types them, and `APIError` checks `errors`.
    // Hides keys after parsing, because escapes in the JSON could conceal them.
    const value = JSON.parse(text, (_, member) =>
      typeof member === "string" ? clean(member) : member,
    ) as Partial<Problem> | null;
    return typeof value?.code === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
