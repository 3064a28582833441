import type { Document, Schema } from "../document.ts";
import { type Change, isSame, type Note } from "./change.ts";
import { type Located, membersOf } from "./located.ts";
import { rootOf } from "./operations.ts";
import { isExtension } from "./rest.ts";

const words = ["title", "description", "example", "examples", "externalDocs", "$comment"];

/**
 * Compares the descriptions of component schemas. Operations may override them beside a reference, but the types of
 * SDKs contain them.
 */
export function compareSchemaDocs(
  old: Document,
  now: Document,
  { note, changes }: { readonly note: Note; readonly changes: readonly Change[] },
): void {
  const [before, after] = [schemasOf(old), schemasOf(now)];
  for (const [name, { node, pointer }] of after) {
    const was = before.get(name)?.node;
    if (!was) continue;
    const keywords = new Set([...Object.keys(was), ...Object.keys(node)]);
    for (const keyword of keywords) {
      const isWord = words.includes(keyword) || isDocsExtension(keyword);
      if (!isWord || isSame(was[keyword], node[keyword])) continue;
      // Operations without an override have reported the change already.
      const message = `the ${keyword} changed`;
      const isTold = changes.some((change) => change.at === pointer && change.message === message);
      if (!isTold) note("docs", pointer, message);
    }
  }
}

/** Whether an extension is documentation only. The scopes of roles are not: operations compare them. */
function isDocsExtension(keyword: string): boolean {
  return isExtension(keyword) && keyword !== "x-scopes";
}

function schemasOf(document: Document): Map<string, Located<Schema>> {
  const schemas = membersOf(
    rootOf(document),
    ["components", "schemas"],
    document.components?.schemas,
  );
  return new Map(
    [...schemas].map(([name, located]) => [name, { ...located, node: Object(located.node) }]),
  );
}
