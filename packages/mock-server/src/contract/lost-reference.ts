import { pointerTo, valueAt } from "./json-pointer.ts";
import { objectsIn } from "./objects-in.ts";

/** A `$ref` whose target is not in the document. */
export interface LostReference {
  readonly reference: string;
  /** The pointer to the object that contains the `$ref`. */
  readonly at: string;
}

/** Finds the first reference whose target is not in the same document. */
export function findLostReference(document: object): LostReference | undefined {
  for (const { node, path } of objectsIn(document)) {
    if (!("$ref" in node) || typeof node.$ref !== "string") continue;
    const { $ref: reference } = node;
    const isFound = /^#(\/|$)/.test(reference) && valueAt(document, reference) !== undefined;
    if (!isFound) return { reference, at: pointerTo(path) };
  }
  return undefined;
}
