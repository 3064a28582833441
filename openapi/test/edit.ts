/** Values to set, by JSON Pointer. `removed` removes a value, and `-` at the end of a pointer appends to an array. */
export type Edit = { readonly [pointer: string]: unknown };

export const removed: unique symbol = Symbol("removed");

/** A deep copy of a document with some edits. Throws if the location of an edit does not exist. */
export function edited<T>(document: T, edit: Edit): T {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(edit)) apply(copy, pointer, value);
  return copy;
}

function apply(document: unknown, pointer: string, value: unknown): void {
  const path = tokens(pointer);
  const last = path.pop() ?? "";
  const parent = path.reduce<unknown>((node, token) => containerAt(node, pointer)[token], document);
  const container = containerAt(parent, pointer);
  if (value === removed && !(last in container)) throw new Error(`Nothing to remove at ${pointer}`);
  if (Array.isArray(container) && last === "-") container.push(value);
  else if (Array.isArray(container) && value === removed) container.splice(Number(last), 1);
  else if (value === removed) delete container[last];
  else container[last] = value;
}

function tokens(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function containerAt(node: unknown, pointer: string): Record<string, unknown> {
  if (typeof node !== "object" || node === null) throw new Error(`${pointer} leads nowhere`);
  return node as Record<string, unknown>; // also for an array, by index
}
