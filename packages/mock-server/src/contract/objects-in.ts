/** An object of a document that means something to OpenAPI or to JSON Schema, and where it is. */
export interface PlacedObject {
  readonly node: object;
  readonly path: readonly (string | number)[];
}

/** Members whose values are data: what looks like a schema or a reference in there is none. */
const DATA: ReadonlySet<string> = new Set(["example", "default", "enum", "const", "value"]);
/** Members whose values have names of the author's choice, which mean nothing by themselves. */
const NAMES: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"],
  ...["responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes"],
  ...["links", "callbacks", "pathItems", "paths", "webhooks", "content", "encoding", "variables"],
]);

/** The objects of a document, without those in examples and other data. */
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

/** A schema has a list of examples, everything else has them by name. */
function isData(name: string, value: unknown): boolean {
  return DATA.has(name) || name.startsWith("x-") || (name === "examples" && Array.isArray(value));
}
