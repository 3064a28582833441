import { ApiError } from "./problem.ts";

const KEY_NAME =
  /^(?:x[-_])?(?:api[-_]?key|access[-_]?token|key|token|secret|authorization|bearer)$/i;
const KEY_VALUE = /sinkove_(?:live|test)_/i;

/** The members of a query. */
export type Query = Pick<URLSearchParams, "getAll">;

/** Shared by all requests without a query, because creating one costs more than reading it. */
const NOTHING: Query = new URLSearchParams();

/**
 * Reads the query of a request.
 *
 * @throws ApiError INVALID_REQUEST if the query is badly encoded, or contains an API key
 */
export function readQuery(search: string): Query {
  if (search === "") return NOTHING;
  requireEncoding(search);
  const query = new URLSearchParams(search);
  for (const [name, value] of query) if (isKey(name, value)) throw keyInQuery();
  return query;
}

function isKey(name: string, value: string): boolean {
  return KEY_NAME.test(name) || KEY_VALUE.test(value) || KEY_VALUE.test(name);
}

function keyInQuery(): ApiError {
  const detail =
    "An API key was sent in the query string, where logs and histories keep it. Send it in the Authorization header, and revoke this one.";
  return new ApiError("INVALID_REQUEST", detail);
}

function requireEncoding(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    const detail = "The query string is badly encoded. Percent-encode it as UTF-8.";
    throw new ApiError("INVALID_REQUEST", detail);
  }
}
