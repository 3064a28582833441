import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem-error.ts";

/** Creates a query client that retries only after server errors. */
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
  return error instanceof ProblemError && error.status >= 500;
}
