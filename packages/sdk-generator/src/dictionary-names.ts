import { isReference, nameOf, resolve, type Schema } from "@sinkove/openapi/document";
import { onlyPart } from "@sinkove/openapi/limits";
import type { SdkModel } from "./sdk-model.ts";

/** `ApiKeyChanges`, for the schema `UpdateApiKeyRequest`; `OwnRateLimitDict`, for `OwnRateLimit`. */
export function dictionaryName(schemaName: string): string {
  const [, changed] = /^Update(\w+)Request$/.exec(schemaName) ?? [];
  return changed === undefined ? `${schemaName}Dict` : `${changed}Changes`;
}

/** The name of a schema that is an object with members; undefined for any other. */
export function objectNameOf({ document }: SdkModel, schema: Schema): string | undefined {
  const only = onlyPart(schema);
  const found = only && isReference(only) ? only : schema;
  if (!isReference(found)) return undefined;
  return resolve<Schema>(document, found).properties ? nameOf(found) : undefined;
}
