import type { Problem } from "@sinkove/contract";

/** An error response of the API (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  get detail(): string {
    return this.problem.detail;
  }

  /** The id to give to support or to look up in the request log. */
  get requestId(): string {
    return this.problem.requestId;
  }
}

/** Thrown if there is no response: the device is offline, or the server cannot be reached. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";

  constructor(cause: unknown) {
    super("Check your internet connection, then try again in a moment.", { cause });
  }
}

/** Whether an error means that the person must sign in. */
export function isSignedOut(error: unknown): boolean {
  if (!(error instanceof ProblemError) || error.status !== 401) return false;
  const { code, reason } = error.problem;
  return code === "INVALID_SESSION" || (code === "INVALID_API_KEY" && reason === "missing");
}

/** Reads an error response. A response without a problem document gets the code `HTTP_<status>`. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isProblem(body)) return new ProblemError(body);
  const { status } = response;
  const detail = `The server answered with the status ${status}. Try again in a moment.`;
  return new ProblemError({
    ...{ type: "about:blank", title: "Unexpected response", instance: "/", requestId: "" },
    ...{ status, detail },
    // The cast is safe because the contract's list of codes is open.
    code: `HTTP_${status}` as Problem["code"],
  });
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === "object" &&
    body !== null &&
    "code" in body &&
    "detail" in body &&
    typeof body.code === "string" &&
    typeof body.detail === "string"
  );
}
