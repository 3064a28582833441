import { ArgumentError } from "../errors/client-errors.ts";
import type { HeaderRecord } from "./outgoing.ts";

/** Headers with their names in lower case. Throws an `ArgumentError` for what HTTP cannot carry. */
export function checkedHeaders(headers: HeaderRecord): HeaderRecord {
  try {
    return Object.fromEntries(new Headers(headers));
  } catch {
    // The message of `Headers` repeats the value, which may be a secret.
    throw new ArgumentError("headers holds what HTTP cannot carry. Use ASCII, in one line.");
  }
}
