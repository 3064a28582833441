import { isReference, nameOf, resolve, type Schema } from "@sinkove/openapi/document";
import { onlyPart } from "@sinkove/openapi/limits";
import type { SdkModel } from "./sdk-model.ts";

/** Converts the schema name `UpdateApiKeyRequest` to `ApiKeyChanges`, and `OwnRateLimit` to `OwnRateLimitDict`. */
export function dictionaryName(schemaName: string): string {
  const [, changed] = /^Update(\w+)Request$/.exec(schemaName) ?? [];
  return changed === undefined ? `${schemaName}Dict` : `${changed}Changes`;
}

/** Returns the name of a schema that is an object with properties, or undefined for any other schema. */
export function objectNameOf({ document }: SdkModel, schema: Schema): string | undefined {
  const only = onlyPart(schema);
  const found = only && isReference(only) ? only : schema;
  if (!isReference(found)) return undefined;
  return resolve<Schema>(document, found).properties ? nameOf(found) : undefined;
}
