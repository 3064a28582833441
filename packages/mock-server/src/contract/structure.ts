// The OpenAPI Initiative's own schemas, in a form that Ajv can compile.
import v30 from "@seriousme/openapi-schema-validator/schemas/v3.0/schema.json" with {
  type: "json",
};
import v31 from "@seriousme/openapi-schema-validator/schemas/v3.1/schema.json" with {
  type: "json",
};
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { valueAt } from "./json-pointer.ts";

/** An error in the structure of a document. */
export interface StructureFault {
  /** The place of the error, such as `#/components/schemas/Pet/minLength`. */
  readonly at: string;
  /** The error, such as `must be integer`. */
  readonly detail: string;
}

const OPTIONS = { strict: false, allErrors: true } as const;

/** The OpenAPI 3.1 schema does not validate Schema Objects, so this adds JSON Schema's own schema for them. */
const withSchemas = {
  ...v31,
  $defs: { ...v31.$defs, schema: { $ref: "https://json-schema.org/draft/2020-12/schema" } },
};

const validators: Readonly<Record<string, () => ValidateFunction>> = {
  "3.0": once(() => prepared(new Ajv04.default(OPTIONS)).compile(v30)),
  "3.1": once(() => prepared(new Ajv2020(OPTIONS)).compile(withSchemas)),
};

function prepared<T extends Ajv2020 | InstanceType<typeof Ajv04.default>>(ajv: T): T {
  addFormats.default(ajv);
  ajv.addFormat("media-range", true);
  return ajv;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The supported OpenAPI versions. */
export const VERSIONS: readonly string[] = Object.keys(validators);

/**
 * Finds the most relevant structural error of a document, including errors in its schemas.
 *
 * @param version one of {@link VERSIONS}
 */
export function findStructureFault(document: object, version: string): StructureFault | undefined {
  const validate = validators[version]?.();
  if (!validate || validate(document)) return undefined;
  const [error] = (validate.errors ?? []).toSorted((one, other) => rankOf(other) - rankOf(one));
  return error && faultOf(error, document);
}

/** Ranks the deepest error highest: among the alternatives of a `oneOf`, it belongs to the one the author meant. */
function rankOf({ instancePath, keyword }: ErrorObject): number {
  const isSummary = ["oneOf", "anyOf", "not", "if"].includes(keyword);
  return instancePath.split("/").length - (isSummary ? 0.5 : 0);
}

function faultOf({ instancePath, message, params }: ErrorObject, document: object): StructureFault {
  const { additionalProperty, unevaluatedProperty, allowedValues } = params;
  const unknownField = additionalProperty ?? unevaluatedProperty;
  const at = `#${instancePath}`;
  if (unknownField !== undefined)
    return { at, detail: `has the unknown field ${JSON.stringify(unknownField)}` };
  const allowed = Array.isArray(allowedValues) ? `: ${allowedValues.join(", ")}` : "";
  const detail = `${message}${allowed}, but is ${shortened(valueAt(document, at))}`;
  return { at, detail };
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
