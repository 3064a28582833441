import { readQuery } from "../http/query.ts";
import type { Call } from "./call.ts";

/** Reads the query before anything else, so that a key in it is refused whatever else the request has. */
export function readQueryString(call: Call): void {
  call.query = readQuery(call.target.search);
}
