import { isSame, type Note } from "./change.ts";
import { below, type Located } from "./located.ts";

/**
 * Records each changed field that no other comparison handles, including extensions, as a change of the documentation.
 * Every comparison of an object ends with this, so that no change is missed.
 */
export function compareRest(
  old: Located<object>,
  now: Located<object>,
  { note, compared }: { readonly note: Note; readonly compared: readonly string[] },
): void {
  const [before, after] = [fieldsOf(old.node), fieldsOf(now.node)];
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    if (compared.includes(field) || isSame(before.get(field), after.get(field))) continue;
    const owner = after.has(field) ? now : old;
    note("docs", below(owner, [field], undefined).pointer, `the ${field} changed`);
  }
}

function fieldsOf(node: object): Map<string, unknown> {
  return new Map(Object.entries(node));
}

export function isExtension(field: string): boolean {
  return field.startsWith("x-");
}
