import { QueryClient } from "@tanstack/react-query";
import { ProblemError, UnreachableError } from "./problem-error.ts";

/** Creates a query client that retries after server errors, and if a server cannot be reached, as while it restarts. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // Requests fail at once while the device is offline, so that the page can show it.
        networkMode: "always",
        retry: (failures, error) => failures < 2 && canPass(error),
      },
      mutations: { networkMode: "always", retry: false, gcTime: 0 },
    },
  });
}

function canPass(error: unknown): boolean {
  if (error instanceof UnreachableError) return navigator.onLine;
  return error instanceof ProblemError && error.status >= 500;
}
