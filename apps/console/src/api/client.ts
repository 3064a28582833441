import type { paths } from "@sinkove/contract";
import createFetchClient from "openapi-fetch";
import createQueryHooks from "openapi-react-query";
import { isSignedOut, problemOf, UnreachableError } from "./problem-error.ts";

type Listener = () => void;
const listeners = new Set<Listener>();

/**
 * Calls a listener whenever a response says that the session has ended. Returns a function that removes the listener.
 */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The API client. The session cookie authenticates it. A failed request throws a ProblemError or an UnreachableError.
 *
 * Call it directly if a response contains a secret, because `query` keeps responses in its cache.
 */
export const api = createFetchClient<paths>({
  baseUrl: "/v1",
  credentials: "same-origin",
  // Read on each request, so that tests can replace it.
  fetch: (request) => globalThis.fetch(request),
});

api.use({
  onResponse: async ({ response }) => {
    if (response.ok) return;
    const error = await problemOf(response);
    if (isSignedOut(error)) for (const listener of listeners) listener();
    throw error;
  },
  onError: ({ error }) => (error instanceof TypeError ? new UnreachableError(error) : undefined),
});

/** The API as hooks of TanStack Query. */
export const query = createQueryHooks(api);
