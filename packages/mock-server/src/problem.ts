import type { ErrorCode, Problem } from "@sinkove/contract";

/** What a problem says beyond its code. */
export interface ProblemOptions {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as the contract wants it (RFC 9457), for what Prism itself cannot answer from an example. */
export function problemResponse(
  request: Request,
  code: ErrorCode,
  options: ProblemOptions,
): Response {
  const requestId = crypto.randomUUID();
  const problem: Problem = {
    type: `https://docs.sinkove.com/errors/${code.toLowerCase().replaceAll("_", "-")}`,
    title: options.title,
    status: options.status,
    detail: options.detail,
    instance: new URL(request.url).pathname,
    code,
    requestId,
  };
  return new Response(JSON.stringify(problem), {
    status: options.status,
    headers: {
      ...options.headers,
      "Content-Type": "application/problem+json",
      "X-Request-ID": requestId,
    },
  });
}
