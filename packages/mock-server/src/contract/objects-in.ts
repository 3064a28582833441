/** An object that OpenAPI or JSON Schema defines, and its path in the document. */
export interface PlacedObject {
  readonly node: object;
  readonly path: readonly (string | number)[];
}

/** Fields whose values are data. Objects in them that look like schemas or references are not. */
const DATA: ReadonlySet<string> = new Set(["example", "default", "enum", "const", "value"]);
/** Fields whose values are maps with names chosen by the author. */
const NAMES: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"],
  ...["responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes"],
  ...["links", "callbacks", "pathItems", "paths", "webhooks", "content", "encoding", "variables"],
]);

/** Yields the objects of a document, except those in examples and other data. */
export function objectsIn(document: object): Generator<PlacedObject> {
  return walk(document, [], false);
}

function* walk(
  node: unknown,
  path: PlacedObject["path"],
  isNames: boolean,
): Generator<PlacedObject> {
  if (typeof node !== "object" || node === null) return;
  if (!isNames) yield { node, path };
  for (const [name, child] of Object.entries(node)) {
    if (!isNames && isData(name, child)) continue;
    const isMap = !isNames && NAMES.has(name) && !Array.isArray(child);
    yield* walk(child, [...path, name], isMap);
  }
}

/** In a schema, `examples` is a list of data. Elsewhere it is a map of Example Objects. */
function isData(name: string, value: unknown): boolean {
  return DATA.has(name) || name.startsWith("x-") || (name === "examples" && Array.isArray(value));
}
