import { fromBase64Url, toBase64Url } from "../encoding.ts";
import type { AnyContext } from "../operation.ts";
import type { PageRequest, Position } from "../store/store.ts";
import { validationError } from "./problem.ts";

/** The parameters of a list. */
export interface ListParameters {
  readonly limit?: number;
  readonly cursor?: string;
}

/** One page, and the headers that lead to the next. */
export interface Page<R> {
  readonly records: readonly R[];
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads one page. It fetches one more record than requested: if that exists, there is a next page.
 *
 * @throws ApiError VALIDATION_ERROR for a cursor that this API did not issue
 */
export async function readPage<R extends Position>(
  { target }: Pick<AnyContext, "target">,
  { limit = 100, cursor }: ListParameters,
  list: (page: PageRequest) => Promise<readonly R[]>,
): Promise<Page<R>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const found = await list({ limit: limit + 1, after });
  const records = found.slice(0, limit);
  const last = records.at(-1);
  if (found.length <= limit || !last) return { records, headers: {} };
  const next = new URL(target.pathname + target.search, target.origin);
  next.searchParams.set("cursor", writeCursor(last));
  return { records, headers: { Link: `<${next.href}>; rel="next"` } };
}

/** A page of a list in memory, newest first. */
export function takePage<R extends Position>(
  records: readonly R[],
  { limit, after }: PageRequest,
): R[] {
  const start = after ? records.findIndex((record) => comesAfter(record, after)) : 0;
  return start < 0 ? [] : records.slice(start, start + limit);
}

function comesAfter(record: Position, after: Position): boolean {
  if (record.createdAt !== after.createdAt) return record.createdAt < after.createdAt;
  return record.id < after.id;
}

function writeCursor({ createdAt, id }: Position): string {
  return toBase64Url(new TextEncoder().encode(`${createdAt}.${id}`));
}

function readCursor(cursor: string): Position {
  const bytes = fromBase64Url(cursor);
  const match = bytes && /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(new TextDecoder().decode(bytes));
  if (match?.[1] && match[2]) return { createdAt: Number(match[1]), id: match[2] };
  const detail = "is not a valid cursor; take it from the Link header of the previous page";
  throw validationError([{ pointer: "cursor", detail, keyword: "format" }]);
}
