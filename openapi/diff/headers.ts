import type { Reference } from "../document.ts";
import { isSentByClients } from "./change.ts";
import { compareField } from "./field.ts";
import { follow, type Located, membersOf } from "./located.ts";
import type { ApiResponse, Field } from "./openapi.ts";
import type { Comparison } from "./schema/comparison.ts";

/** Compares the headers of a response. */
export function compareHeaders(
  old: Located<ApiResponse>,
  now: Located<ApiResponse>,
  comparison: Comparison,
): void {
  const [before, after] = [headersOf(old), headersOf(now)];
  for (const [name, header] of before) {
    const other = after.get(name);
    if (other) compareField(header, other, { what: "the header", comparison });
    else comparison.note("breaking", `${old.pointer}/headers`, `the header ${name} is gone`);
  }
  for (const [name, { node }] of after) {
    if (before.has(name)) continue;
    const breaks = isSentByClients(comparison.side) && node.required;
    const message = `the ${breaks ? "required " : ""}header ${name} is new`;
    comparison.note(breaks ? "breaking" : "compatible", `${now.pointer}/headers`, message);
  }
}

/** Header names are the same in any case. */
function headersOf(response: Located<ApiResponse>): Map<string, Located<Field>> {
  const headers = membersOf<Field | Reference>(response, ["headers"], response.node.headers);
  return new Map([...headers].map(([name, header]) => [name.toLowerCase(), follow<Field>(header)]));
}
