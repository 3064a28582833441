import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { rateLimitOf } from "./rate-limit.ts";

const REFRESH = 30_000;

/** Loads the rest of the rate limit of the console, again every 30 seconds. */
export function useRateLimit() {
  return useQuery({
    queryKey: ["rate-limit"],
    queryFn: async ({ signal }) => rateLimitOf((await api.GET("/me", { signal })).response.headers),
    refetchInterval: REFRESH,
  });
}
