import type { Problem } from "@sinkove/contract";
import { apiErrorOf } from "../errors/api-error-of.ts";
import { ResponseError } from "../errors/client-errors.ts";
import type { SinkoveError } from "../errors/sinkove-error.ts";
import type { Received } from "./exchange.ts";

const EXCERPT_LENGTH = 200;

/** What is known about the response besides its body. */
export interface RefusalInit {
  readonly requestId?: string | undefined;
  /** The fault that `answerOf` found. */
  readonly error?: string | undefined;
  /** How long the server asks to wait, in milliseconds. */
  readonly asked?: number | undefined;
}

/** The error for a response with an error status, or with a fault. */
export function refusalOf(
  { response: { status }, text = "" }: Received,
  clean: (text: string) => string,
  { requestId, error: fault, asked }: RefusalInit,
): SinkoveError {
  // Hides keys before the cut, which could leave a piece of a key that is not recognized.
  const excerpt = text && ` It begins: ${clean(text).slice(0, EXCERPT_LENGTH)}`;
  if (fault) {
    return new ResponseError(
      `The server answered ${status} with ${fault}. Is baseUrl (SINKOVE_API_URL) right?${excerpt}`,
      { status, requestId },
    );
  }
  const title = `The response is not a problem document.${excerpt}`;
  const problem = problemOf(text, clean) ?? { title };
  return apiErrorOf({ status, problem, requestId, retryAfterMs: asked });
}

/** An error of an attempt, with the properties of the classes that say what it means. */
export type Fault = SinkoveError & {
  readonly status?: number;
  readonly isTransient?: boolean;
  readonly notSent?: boolean;
};

/** Whether the server may have carried out the request of an attempt that failed. */
export function mayBeDone({ status = 0, notSent }: Fault): boolean {
  return !(notSent || [408, 429].includes(status));
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
