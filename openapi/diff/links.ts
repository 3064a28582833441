import { isSame, type Note } from "./change.ts";
import { follow, type Located, membersOf } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { ApiResponse } from "./openapi.ts";

/** Compares the links of a response, which clients may follow. */
export function compareLinks(
  old: Located<ApiResponse>,
  now: Located<ApiResponse>,
  note: Note,
): void {
  compareMaps(linksOf(old), linksOf(now), {
    both(before, after, name) {
      if (!isSame(withoutWords(before.node), withoutWords(after.node)))
        note("breaking", after.pointer, `the link ${name} has another target`);
      else if (!isSame(before.node, after.node))
        note("docs", after.pointer, `the description of the link ${name} changed`);
    },
    gone: ({ pointer }, name) => note("breaking", pointer, `the link ${name} is gone`),
    added: ({ pointer }, name) => note("compatible", pointer, `the link ${name} is new`),
  });
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
