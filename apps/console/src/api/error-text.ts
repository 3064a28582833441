import { AuthError } from "./auth.ts";
import { authMessages } from "./auth-messages.ts";
import { ProblemError, UnreachableError } from "./problem-error.ts";
import { sentence } from "./violations.ts";

/** The text of an error for people. */
export interface ErrorText {
  readonly title: string;
  readonly detail: string;
  /** The URL of the documentation page about this error. */
  readonly page?: string;
  readonly requestId?: string;
}

/** Returns a text that says what went wrong and what to do. */
export function errorText(error: unknown): ErrorText {
  if (error instanceof ProblemError) return problemText(error);
  if (error instanceof UnreachableError)
    return { title: "No connection to Sinkove", detail: error.message };
  if (error instanceof AuthError) {
    return { title: "That did not work", detail: authMessages[error.code] ?? error.message };
  }
  return {
    title: "Something went wrong",
    detail: "Load the page again. If it fails again, tell us.",
  };
}

function problemText({ problem }: ProblemError): ErrorText {
  const violations = problem.errors?.map(({ detail }) => sentence(detail)) ?? [];
  // The API's detail of a 404 is for programs: it names the operation that lists what there is.
  const isMissing = problem.status === 404;
  const detail = isMissing ? "It does not exist, or you cannot see it." : problem.detail;
  const isPage = /^https?:/.test(problem.type);
  return {
    title: problem.title,
    detail: [detail, ...violations].join(" "),
    ...(isPage && { page: problem.type }),
    ...(problem.requestId && { requestId: problem.requestId }),
  };
}
