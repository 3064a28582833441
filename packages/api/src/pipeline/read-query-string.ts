import { readQuery } from "../http/query.ts";
import type { Call } from "./call.ts";

/** Reads the query first, so that a key in it is always refused. */
export function readQueryString(call: Call): void {
  call.query = readQuery(call.target.search);
}
