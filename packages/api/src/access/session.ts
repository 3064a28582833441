import type { Operation } from "@sinkove/contract";
import type { HttpRequest } from "../http/messages.ts";
import { ApiError } from "../http/problem.ts";
import type { Target } from "../http/target.ts";
import type { AccountCredentials } from "../store/store.ts";
import { CHALLENGE, type PresentedKey } from "./authentication.ts";
import { permissionDenied } from "./authorization.ts";

/** A person who is signed in, in one browser. */
export interface Session {
  /** Not secret. */
  readonly id: string;
  readonly accountId: string;
  /**
   * Never stored, logged or put into an error. It encrypts responses that only this session may
   * read again.
   */
  readonly secret: string;
}

/** The credentials of a request: an API key, or the cookie of a session. */
export type Presented = PresentedKey | Session;

export function isSession(presented: Presented): presented is Session {
  return "accountId" in presented;
}

/**
 * Finds the session of a request.
 *
 * @returns undefined if the request has no session cookie; `ended` if its cookie is not that of a session
 */
export type FindSession = (
  request: Pick<HttpRequest, "headers">,
) => Promise<Session | "ended" | undefined>;

/**
 * @throws ApiError INVALID_SESSION if the person does not exist or no longer exists, or if an
 * operator has suspended them
 */
export function requirePerson(credentials: AccountCredentials | undefined): AccountCredentials {
  if (!credentials) throw invalidSession();
  const { deletedAt, suspendedAt } = credentials.account;
  if (deletedAt !== null || suspendedAt !== null) throw invalidSession();
  return credentials;
}

/** A 401 for a session that has ended. */
export function invalidSession(): ApiError {
  const headers = { "WWW-Authenticate": CHALLENGE };
  return new ApiError("INVALID_SESSION", "The session has ended. Sign in again.", { headers });
}

/**
 * Whether a page of one of the origins sent a request. `Sec-Fetch-Site` decides if the browser sends it; otherwise
 * `Origin` does. No page can set either header.
 */
export function isFromOrigin(
  { headers }: Pick<HttpRequest, "headers">,
  ...origins: readonly (string | undefined)[]
): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && origins.includes(origin);
}

/**
 * Browsers send the session cookie with requests of any page, so a change must come from the server's own pages.
 *
 * @throws ApiError PERMISSION_DENIED
 */
export function requireOwnOrigin(
  request: Pick<HttpRequest, "headers">,
  { method }: Operation,
  { origin }: Target,
): void {
  if (method === "GET" || isFromOrigin(request, origin)) return;
  const detail =
    "A session can change something only from the pages of this server. Use an API key, or the console.";
  throw permissionDenied(detail, [], "origin");
}
