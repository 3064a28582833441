import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { firstPage, pageOf } from "../api/pages.ts";

interface ListResponse<Row> {
  readonly data?: readonly Row[] | undefined;
  readonly response: Response;
}

/** A list whose pages are loaded one after the other. */
export interface AllPages<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly error: unknown;
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly isRestarting: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
  /** Forgets the pages and begins again with the newest. */
  readonly restart: () => void;
  /** Loads the loaded pages again, and keeps showing them meanwhile. */
  readonly reload: () => Promise<void>;
}

interface AllPagesOptions<Row> {
  /**
   * How long to wait before the loaded pages are loaded again, in milliseconds; false for not at all. The list is also
   * loaded again when it is shown again. Absent: it stays as it is.
   *
   * @param times how often they were loaded since the list was opened or `reload` was called
   */
  readonly reloadAfter?: (rows: readonly Row[], times: number) => number | false;
}

/**
 * Loads a list page by page. What is loaded stays as it is until `restart` or `reload`: with 100,000 rows, loading all
 * their pages again whenever the window gets the focus would use up the rate limit.
 *
 * @param load gets a page by its cursor; undefined for the first one
 */
export function useAllPages<Row>(
  key: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<ListResponse<Row>>,
  { reloadAfter }: AllPagesOptions<Row> = {},
): AllPages<Row> {
  const client = useQueryClient();
  const queryKey = ["all-pages", ...key];
  const updates = (): number => client.getQueryState(queryKey)?.dataUpdateCount ?? 0;
  const countFrom = useRef(updates());
  const list = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => pageOf(await load(pageParam, signal)),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    // It would compare all rows with themselves whenever a page is added.
    structuralSharing: false,
    refetchOnMount: reloadAfter ? "always" : true,
    refetchInterval: ({ state: { data, error, dataUpdateCount } }) => {
      if (!reloadAfter || !data || error) return false;
      const rows = data.pages.flatMap(({ items }) => items);
      return reloadAfter(rows, dataUpdateCount - countFrom.current);
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
      countFrom.current = updates();
      await list.refetch();
    },
  };
}
