import { readPresentedKey } from "../access/authentication.ts";
import { invalidSession, type Presented } from "../access/session.ts";
import { type Awaitable, andThen } from "../awaitable.ts";
import type { Call } from "./call.ts";

/** Reads the API key or the session of the request. A session counts only if there is no `Authorization` header. */
export function readCredentials(call: Call): Awaitable<void> {
  return andThen(presentedBy(call), (presented) => {
    call.presented = presented;
  });
}

function presentedBy({ request, services }: Call): Awaitable<Presented> {
  const header = request.headers.get("authorization");
  const { findSession } = services;
  if (header !== null || !findSession) return readPresentedKey(header, services);
  return findSession(request).then((session) => {
    if (session === "ended") throw invalidSession();
    return session ?? readPresentedKey(null, services);
  });
}
