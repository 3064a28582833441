import type { HttpResponse } from "@sinkove/api";

/** A response with cookies, which need several headers of the same name. */
export interface AuthResponse extends HttpResponse {
  readonly cookies: readonly string[];
}

/** A response in JSON. */
export function reply(status: number, body: unknown): AuthResponse {
  const headers = { "Content-Type": "application/json", ...NO_STORE };
  return { status, headers, body: JSON.stringify(body), cookies: [] };
}

/** Responses are only for the browser that sent the request, and must not be stored. */
export const NO_STORE = { "Cache-Control": "no-store" } as const;

/** A refusal, which handlers throw as an error. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    { status, code, message }: RefusalText,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  toReply(): AuthResponse {
    const { status, headers, body, cookies } = reply(this.status, {
      code: this.code,
      message: this.message,
    });
    return { status, headers: { ...headers, ...this.headers }, body, cookies };
  }
}

/** The content of a refusal. */
export interface RefusalText {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** The refusal of an invalid request. */
export function invalid(message: string): Refusal {
  return new Refusal({ status: 400, code: "INVALID_REQUEST", message });
}

/** Too many attempts. */
export function tooMany(retryAfter: number): Refusal {
  return new Refusal(
    {
      status: 429,
      code: "TOO_MANY_ATTEMPTS",
      message: `Too many attempts. Try again in ${waitText(retryAfter)}.`,
    },
    { "Retry-After": `${retryAfter}` },
  );
}

/** A number of seconds in words. */
export function waitText(seconds: number): string {
  if (seconds === 1) return "1 second";
  return seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

export const notFound: Refusal = new Refusal({
  status: 404,
  code: "NOT_FOUND",
  message: "There is no such endpoint under /auth. Check the path.",
});

export const signedOut: Refusal = new Refusal({
  status: 401,
  code: "INVALID_SESSION",
  message: "You are not signed in, or your session has ended. Sign in again.",
});

export const foreignOrigin: Refusal = new Refusal({
  status: 403,
  code: "FOREIGN_ORIGIN",
  message: "The request does not come from a page of this server. Use the console of this server.",
});

export const invalidToken: Refusal = new Refusal({
  status: 400,
  code: "INVALID_TOKEN",
  message: "The link is invalid, expired or used already. Request a new one.",
});

export const invitationNeeded: Refusal = new Refusal({
  status: 403,
  code: "INVITATION_NEEDED",
  message: "This server accepts only people who were invited. Ask for an invitation first.",
});

export const unavailable: Refusal = new Refusal(
  {
    status: 503,
    code: "SERVICE_UNAVAILABLE",
    message: "The database does not respond. Try again in a few seconds.",
  },
  { "Retry-After": "5" },
);

export const failed: Refusal = new Refusal({
  status: 500,
  code: "INTERNAL_ERROR",
  message: "The server failed. Try again.",
});
