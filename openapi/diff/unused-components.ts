import type { Document } from "../document.ts";
import { isSame, type Note } from "./change.ts";
import { type Located, membersOf } from "./located.ts";
import { rootOf } from "./operations.ts";
import { usedComponents } from "./references.ts";
import { isExtension } from "./rest.ts";

/** Kinds of components that are compared even if no operation refers to them. */
const comparedByName = new Set(["securitySchemes"]);

/** Reports changes in components that no operation uses. All others are compared where they are used. */
export function compareUnusedComponents(old: Document, now: Document, note: Note): void {
  const [before, after] = [componentsOf(old), componentsOf(now)];
  const used = usedComponents(rootOf(old)).union(usedComponents(rootOf(now)));
  for (const pointer of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(pointer), after.get(pointer)];
    if (used.has(pointer) || isSame(was?.node, is?.node)) continue;
    // Added and removed schemas are reported with their names.
    if (pointer.startsWith("#/components/schemas/") && !(was && is)) continue;
    const word = was && is ? "changed" : is ? "is new" : "is gone";
    note("docs", pointer, `the component ${word}; no operation uses it`);
  }
}

function componentsOf(document: Document): Map<string, Located<unknown>> {
  const kinds = membersOf<object>(rootOf(document), ["components"], document.components);
  const components = [...kinds].flatMap(([kind, located]) =>
    comparedByName.has(kind) || isExtension(kind)
      ? []
      : [...membersOf(located, [], { ...located.node }).values()],
  );
  return new Map(components.map((component) => [component.pointer, component]));
}
