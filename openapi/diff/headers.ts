import type { Reference } from "../document.ts";
import { isSentByClients } from "./change.ts";
import { compareField } from "./field.ts";
import { follow, type Located, membersOf } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { ApiResponse, Field } from "./openapi.ts";
import type { Comparison } from "./schema/comparison.ts";

/** Compares the headers of a response. */
export function compareHeaders(
  old: Located<ApiResponse>,
  now: Located<ApiResponse>,
  comparison: Comparison,
): void {
  const { note, side } = comparison;
  compareMaps(headersOf(old), headersOf(now), {
    both: (before, after) => compareField(before, after, { what: "the header", comparison }),
    gone: (_, name) => note("breaking", `${old.pointer}/headers`, `the header ${name} is gone`),
    added({ node }, name) {
      const breaks = isSentByClients(side) && node.required;
      const message = `the ${breaks ? "required " : ""}header ${name} is new`;
      note(breaks ? "breaking" : "compatible", `${now.pointer}/headers`, message);
    },
  });
}

/** The headers of a response by lower-case name, because header names are case-insensitive. */
function headersOf(response: Located<ApiResponse>): Map<string, Located<Field>> {
  const headers = membersOf<Field | Reference>(response, ["headers"], response.node.headers);
  return new Map([...headers].map(([name, header]) => [name.toLowerCase(), follow<Field>(header)]));
}
