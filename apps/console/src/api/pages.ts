/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the next page; undefined on the last page. */
  readonly nextCursor: string | undefined;
  /** The number of items on all pages; undefined if the response does not have it. */
  readonly total: number | undefined;
}

interface ListResponse<Item> {
  readonly data?: readonly Item[] | undefined;
  readonly response: Response;
}

/**
 * Reads a page of a list: the items are the body, the next page is in `Link`, their number in `X-Total-Count`.
 *
 * @example
 * useInfiniteQuery({
 *   queryKey: ["api-keys"],
 *   queryFn: async ({ pageParam, signal }) =>
 *     pageOf(await api.GET("/api-keys", { params: { query: cursorQuery(pageParam, 100) }, signal })),
 *   initialPageParam: firstPage,
 *   getNextPageParam: ({ nextCursor }) => nextCursor,
 * });
 */
export function pageOf<Item>({ data = [], response }: ListResponse<Item>): Page<Item> {
  const total = response.headers.get("X-Total-Count");
  return {
    items: data,
    nextCursor: cursorOf(response.headers.get("Link")),
    total: total === null ? undefined : Number(total),
  };
}

/** The cursor of the first page: none. */
export const firstPage: string | undefined = undefined;

/** Returns the query parameters of a page. */
export function cursorQuery(
  cursor: string | undefined,
  limit: number,
): { limit: number; cursor?: string } {
  return cursor === undefined ? { limit } : { limit, cursor };
}

/** Returns the cursor of the link with `rel="next"` (RFC 8288). */
function cursorOf(link: string | null): string | undefined {
  const next = link?.match(/<([^>]*)>\s*;[^,]*\brel="?next"?/)?.[1];
  if (next === undefined) return undefined;
  return new URL(next, "http://sinkove.invalid").searchParams.get("cursor") ?? undefined;
}
