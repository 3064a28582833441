import { Ajv2020 } from "ajv/dist/2020.js";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { pointerTo, valueAt } from "./json-pointer.ts";
import { objectsIn } from "./objects-in.ts";

/** A schema that cannot be compiled. */
export interface UncompiledSchema {
  /** Such as `#/components/schemas/Pet`. */
  readonly at: string;
  readonly detail: string;
}

const ROOT = "contract";
/** Of draft 2020-12, and of draft 4, which OpenAPI 3.0 follows but for what its own validation has looked at. */
const OPTIONS = {
  strict: false,
  allowUnionTypes: true,
  validateSchema: false,
  inlineRefs: false,
  logger: false,
} as const;

/**
 * The first schema of a valid document that Ajv, and so Prism, does not compile: an empty `enum` for instance, or a
 * pattern that is not a regular expression of ECMAScript with Unicode.
 */
export function findUncompiledSchema(
  document: object,
  version: string,
): UncompiledSchema | undefined {
  const plain = structuredClone(document);
  const ajv = version === "3.0" ? new Ajv04.default(OPTIONS) : new Ajv2020(OPTIONS);
  addFormats.default(ajv);
  const places = [...schemaPlacesIn(plain)];
  removeUnjudged(plain);
  ajv.addSchema(plain, ROOT);
  const faultAt = (at: string): string | undefined => {
    try {
      ajv.compile({ $ref: `${ROOT}${encodeURI(at)}` });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : `${error}`;
    }
  };
  const first = places.find((at) => faultAt(at) !== undefined);
  if (first === undefined) return undefined;
  const at = sourceOf(first, {
    document: plain,
    isFaulty: (place) => faultAt(place) !== undefined,
  });
  return { at, detail: faultAt(at) ?? "cannot be compiled" };
}

interface Search {
  readonly document: object;
  readonly isFaulty: (at: string) => boolean;
}

/** A schema fails with what it refers to: the one that fails by itself is the one to correct. */
function sourceOf(start: string, { document, isFaulty }: Search): string {
  const seen = new Set([start]);
  let at = start;
  for (;;) {
    const schema = valueAt(document, at);
    const next = referencesIn(schema).find((place) => !seen.has(place) && isFaulty(place));
    if (next === undefined) return at;
    seen.add(next);
    at = next;
  }
}

function referencesIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const nodes = [...objectsIn(schema)].map(({ node }) => node);
  return nodes.flatMap((node) =>
    "$ref" in node && typeof node.$ref === "string" ? [node.$ref] : [],
  );
}

/** Where a document has schemas that are not part of another. */
function* schemaPlacesIn(document: object): Generator<string> {
  for (const { node, path } of objectsIn(document)) {
    if ("schema" in node) yield pointerTo([...path, "schema"]);
    const isShared = path.length === 3 && path[0] === "components" && path[1] === "schemas";
    if (isShared) yield pointerTo(path);
  }
}

const UNJUDGED = [
  ...["example", "examples", "default", "value", "nullable"],
  ...["$id", "id", "$anchor", "$dynamicAnchor", "$dynamicRef"],
];

/**
 * Ajv would look for identifiers in the data, and does not take `nullable` without a type, which has no effect. Prism
 * resolves each reference from the document's root, whatever the identifier of the schema that it is in.
 */
function removeUnjudged(document: object): void {
  for (const { node } of [...objectsIn(document)]) {
    for (const name of UNJUDGED) Reflect.deleteProperty(node, name);
  }
}
