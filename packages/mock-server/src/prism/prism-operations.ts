import { getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** An operation in Prism's form. */
export type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

const JSON_SCHEMA_2020_12 = "https://json-schema.org/draft/2020-12/schema";

/** Reads the operations of a bundled OpenAPI document. Works on a copy, because Prism modifies the document. */
export async function readOperations(document: object): Promise<PrismOperation[]> {
  const operations = await getHttpOperationsFromSpec(withDialect(structuredClone(document)));
  removeIdleNullable(operations);
  return operations;
}

/**
 * Removes `nullable` from schemas without a type. It has no effect there (OpenAPI 3.0.3, section 4.7.24.1) but makes
 * Ajv fail. In schemas with a type, Prism has already replaced it with a list of types.
 */
function removeIdleNullable(node: object, seen: Set<object> = new Set()): void {
  if (seen.has(node)) return;
  seen.add(node);
  if ("nullable" in node && typeof node.nullable === "boolean" && !("type" in node)) {
    delete node.nullable;
  }
  for (const [name, child] of Object.entries(node)) {
    if (name !== "examples" && typeof child === "object" && child !== null) {
      removeIdleNullable(child, seen);
    }
  }
}

/** Sets the default dialect of OpenAPI 3.1, draft 2020-12. Prism would use draft 7. */
function withDialect(document: object): object {
  const { openapi, jsonSchemaDialect } = document as Readonly<Record<string, unknown>>;
  const isDefault =
    jsonSchemaDialect === undefined ||
    `${jsonSchemaDialect}`.startsWith("https://spec.openapis.org/");
  if (!`${openapi}`.startsWith("3.1") || !isDefault) return document;
  return { ...document, jsonSchemaDialect: JSON_SCHEMA_2020_12 };
}
