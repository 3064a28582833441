import { pointerTo, valueAt } from "./json-pointer.ts";
import { objectsIn } from "./objects-in.ts";

/** A `$ref` that leads nowhere. */
export interface LostReference {
  readonly reference: string;
  /** The pointer of the object that has it. */
  readonly at: string;
}

/** The first reference that does not lead to another place in the same document. */
export function findLostReference(document: object): LostReference | undefined {
  for (const { node, path } of objectsIn(document)) {
    if (!("$ref" in node) || typeof node.$ref !== "string") continue;
    const { $ref: reference } = node;
    const isFound = /^#(\/|$)/.test(reference) && valueAt(document, reference) !== undefined;
    if (!isFound) return { reference, at: pointerTo(path) };
  }
  return undefined;
}
