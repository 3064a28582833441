import type { paths } from "@sinkove/contract";
import createFetchClient from "openapi-fetch";
import createQueryHooks from "openapi-react-query";
import { isSignedOut, problemOf, UnreachableError } from "./problem-error.ts";

type Listener = () => void;
const listeners = new Set<Listener>();

/** Calls a listener whenever a response says that the session has ended. Returns how to stop that. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The API, known by the session cookie. A failed request throws a ProblemError or an UnreachableError.
 *
 * Call it directly where a response holds a secret: what goes through `query` stays in its cache.
 */
export const api = createFetchClient<paths>({
  baseUrl: "/v1",
  credentials: "same-origin",
  // Looked up with each request, so that a test can replace it.
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
