import type { ApiKey } from "@sinkove/contract";
import { type QueryClient, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, query } from "../../api/client.ts";
import { cursorQuery, firstPage, pageOf } from "../../api/pages.ts";

const PAGE = 500;

/** Loads all keys of the account, newest first, in pages of 500. `rows` grows as pages arrive. */
export function useApiKeys() {
  const result = useInfiniteQuery({
    queryKey: ["api-keys"],
    queryFn: async ({ pageParam, signal }) =>
      pageOf(
        await api.GET("/api-keys", { params: { query: cursorQuery(pageParam, PAGE) }, signal }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = result;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !error) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage]);
  const rows: readonly ApiKey[] | undefined = data?.pages.flatMap(({ items }) => items);
  return { rows, error, onRetry: () => void refetch() };
}

/** Refreshes every page that shows keys. */
export async function forgetApiKeys(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["api-keys"] }),
    client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith("/api-keys"),
    }),
  ]);
}

/** Loads a key. */
export function useApiKey(apiKeyId: string) {
  return query.useQuery("get", "/api-keys/{apiKeyId}", { params: { path: { apiKeyId } } });
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Returns the query for a key's usage of the last 30 days by day, or of the last 24 hours by hour. */
export function keyUsageOptions(apiKeyId: string, interval: "day" | "hour", now: number) {
  const length = interval === "day" ? 29 * DAY : 23 * HOUR;
  // Rounded, so that the cached response is used for an hour.
  const from = new Date(Math.floor(now / HOUR) * HOUR - length).toISOString();
  const params = { path: { apiKeyId }, query: { from, interval } };
  return query.queryOptions("get", "/api-keys/{apiKeyId}/usage", { params });
}
