import { pointerTo, valueAt } from "./json-pointer.ts";
import { objectsIn } from "./objects-in.ts";

/** A `$ref` that leads to nothing. */
export interface LostReference {
  readonly reference: string;
  /** The pointer to the object that contains the `$ref`. */
  readonly at: string;
  /** What is wrong with the reference, and how to correct it. */
  readonly detail: string;
}

const MISSING =
  "which is not in the document. Correct the reference, or bundle the contract into one file";
const CIRCLE = "which only refers back to itself. Correct one of the references";

/** Finds the first reference whose target is not in the same document, or that leads in a circle. */
export function findLostReference(document: object): LostReference | undefined {
  for (const { node, path } of objectsIn(document)) {
    const detail = faultOf(node, document);
    if (detail !== undefined)
      return { reference: `${referenceIn(node)}`, at: pointerTo(path), detail };
  }
  return undefined;
}

/** Follows references until an object that has none. */
function faultOf(start: object, document: object): string | undefined {
  const seen = new Set<unknown>();
  let node: unknown = start;
  for (let reference = referenceIn(node); reference !== undefined; reference = referenceIn(node)) {
    if (seen.has(node)) return CIRCLE;
    seen.add(node);
    node = /^#(\/|$)/.test(reference) ? valueAt(document, reference) : undefined;
    if (node === undefined) return MISSING;
  }
  return undefined;
}

function referenceIn(node: unknown): string | undefined {
  const isReference = typeof node === "object" && node !== null && "$ref" in node;
  return isReference && typeof node.$ref === "string" ? node.$ref : undefined;
}
