import { isSame, type Note } from "./change.ts";
import { follow, type Located, membersOf } from "./located.ts";
import type { ApiResponse } from "./openapi.ts";

/** Compares where a response links to: clients may follow. */
export function compareLinks(
  old: Located<ApiResponse>,
  now: Located<ApiResponse>,
  note: Note,
): void {
  const [before, after] = [linksOf(old), linksOf(now)];
  for (const [name, link] of before) {
    const other = after.get(name);
    if (!other) note("breaking", link.pointer, `the link ${name} is gone`);
    else if (!isSame(withoutWords(link.node), withoutWords(other.node))) {
      note("breaking", other.pointer, `the link ${name} leads elsewhere`);
    } else if (!isSame(link.node, other.node)) {
      note("docs", other.pointer, `the description of the link ${name} changed`);
    }
  }
  for (const [name, link] of after) {
    if (!before.has(name)) note("compatible", link.pointer, `the link ${name} is new`);
  }
}

function withoutWords(link: object): unknown {
  return { ...link, description: undefined };
}

function linksOf(response: Located<ApiResponse>): Map<string, Located<object>> {
  const links = membersOf<unknown>(response, ["links"], response.node.links);
  return new Map(
    [...links].map(([name, link]) => [name, follow<object>({ ...link, node: Object(link.node) })]),
  );
}
