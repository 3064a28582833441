import { hashKey, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { firstPage, pageOf } from "../api/pages.ts";

interface ListResponse<Row> {
  readonly data?: readonly Row[] | undefined;
  readonly response: Response;
}

/** A list that is loaded page by page. */
export interface AllPages<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly error: unknown;
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly isRestarting: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
  /** Discards the loaded pages and loads the first page. */
  readonly restart: () => void;
  /** Reloads the loaded pages. They stay visible meanwhile. */
  readonly reload: () => Promise<void>;
}

interface AllPagesOptions<Row> {
  /**
   * Returns how long to wait before the loaded pages are reloaded, in milliseconds, or false for never. With this
   * option, they are also reloaded when the list is shown again: when it is mounted, or its key changes back.
   *
   * @param times the number of loads since the list was shown or `reload` was called
   */
  readonly reloadAfter?: (rows: readonly Row[], times: number) => number | false;
}

/**
 * Loads a list page by page. Loaded pages stay as they are until `restart` or `reload`, because reloading 100,000 rows
 * whenever the window gets the focus would use up the rate limit.
 *
 * @param load loads a page by its cursor, which is undefined for the first page
 */
export function useAllPages<Row>(
  key: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<ListResponse<Row>>,
  { reloadAfter }: AllPagesOptions<Row> = {},
): AllPages<Row> {
  const client = useQueryClient();
  const queryKey = ["all-pages", ...key];
  const updates = (): number => client.getQueryState(queryKey)?.dataUpdateCount ?? 0;
  const shown = hashKey(queryKey);
  const counted = useRef({ list: shown, from: updates() });
  if (counted.current.list !== shown) counted.current = { list: shown, from: updates() };
  const list = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => pageOf(await load(pageParam, signal)),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: reloadAfter ? 0 : Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 60_000,
    // Off, because it would compare all rows whenever a page is added.
    structuralSharing: false,
    refetchInterval: ({ state: { data, error, dataUpdateCount } }) => {
      if (!reloadAfter || !data || error) return false;
      const rows = data.pages.flatMap(({ items }) => items);
      return reloadAfter(rows, dataUpdateCount - counted.current.from);
    },
  });
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ items }) => items), [pages]);
  return {
    rows,
    error: list.error,
    total: pages?.[0]?.total,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    isRestarting: list.isFetching && !list.isFetchingNextPage,
    loadMore: () => void (list.hasNextPage && !list.isFetching && list.fetchNextPage()),
    retry: () => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch()),
    restart: () => void client.resetQueries({ queryKey, exact: true }),
    reload: async () => {
      counted.current.from = updates();
      await list.refetch();
    },
  };
}
