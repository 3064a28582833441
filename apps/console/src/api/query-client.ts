import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem-error.ts";

/** A cache whose queries try again only after failures that can pass. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A request while offline fails, so that the page can say so.
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
