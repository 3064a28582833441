import type { Document } from "../document.ts";
import { canonical, type Note } from "./change.ts";
import { below, type Located } from "./located.ts";
import { rootOf } from "./operations.ts";

/** The depth of the parts that are reported separately: operations, components, other fields of the root. */
const depths: { readonly [field: string]: number } = { paths: 3, webhooks: 3, components: 3 };

/**
 * Reports the parts that differ between two documents without any other change: the documents mean the same, but are
 * written differently. Nothing is reported only if the documents are equal.
 */
export function noteRewritings(old: Document, now: Document, note: Note): void {
  const [before, after] = [partsOf(old), partsOf(now)];
  for (const at of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(at) === after.get(at)) continue;
    const word = !before.has(at) ? "is new" : !after.has(at) ? "is gone" : "is written differently";
    note("docs", at, `${word}: operations mean the same as before`);
  }
}

/** The parts of a document as text. */
function partsOf(document: Document): Map<string, string> {
  const root = rootOf(document);
  return new Map(
    Object.entries(document).flatMap(([field, node]: [string, unknown]) =>
      split(below(root, [field], node), (depths[field] ?? 1) - 1),
    ),
  );
}

function split(located: Located<unknown>, depth: number): (readonly [string, string])[] {
  const { node, pointer } = located;
  const fields: [string, unknown][] =
    typeof node === "object" && node !== null ? Object.entries(node) : [];
  if (depth === 0 || fields.length === 0) return [[pointer, canonical(node)]];
  return fields.flatMap(([key, child]) => split(below(located, [key], child), depth - 1));
}
