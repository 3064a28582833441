import type { paths } from "@sinkove/contract";
import createFetchClient from "openapi-fetch";
import createQueryHooks from "openapi-react-query";
import { isSignedOut, problemOf, UnreachableError } from "./problem-error.ts";
import { tellSignedOut } from "./signed-out.ts";

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
    if (isSignedOut(error)) tellSignedOut();
    throw error;
  },
  onError: ({ error }) => (error instanceof TypeError ? new UnreachableError(error) : undefined),
});

/** The API as hooks of TanStack Query. */
export const query = createQueryHooks(api);
