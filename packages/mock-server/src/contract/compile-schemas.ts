import { Ajv2020 } from "ajv/dist/2020.js";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { pointerTo, valueAt } from "./json-pointer.ts";
import { objectsIn } from "./objects-in.ts";

/** A schema that cannot be compiled. */
export interface UncompiledSchema {
  /** The schema's place as a URI fragment, such as `#/components/schemas/Pet`. */
  readonly at: string;
  readonly detail: string;
}

const ROOT = "contract";
/** For both drafts: 2020-12, and draft 4, on which OpenAPI 3.0 is based. Structure is validated elsewhere. */
const OPTIONS = {
  strict: false,
  allowUnionTypes: true,
  validateSchema: false,
  inlineRefs: false,
  logger: false,
} as const;

/**
 * Finds the first schema of a valid document that Ajv, and therefore Prism, cannot compile, such as one with an empty
 * `enum` or with a pattern that is not an ECMAScript regular expression with the flag `u`.
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

/** Follows references to the schema that causes the error: a schema also fails if one that it refers to fails. */
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

/** Yields the places of the schemas that are not part of another schema. */
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
 * Removes what Ajv would misread: identifiers in example data, and `nullable` without a type, which has no effect but
 * which Ajv rejects. Identifiers of schemas go too, because Prism resolves each reference from the document's root.
 */
function removeUnjudged(document: object): void {
  for (const { node } of [...objectsIn(document)]) {
    for (const name of UNJUDGED) Reflect.deleteProperty(node, name);
  }
}
