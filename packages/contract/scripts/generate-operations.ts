import {
  type OpenApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  refName,
  resolve,
  type Schema,
} from "./openapi-document.ts";

/** The operation table: what programs need to know of each operation, as data. */
export function generateOperations(document: OpenApiDocument): string {
  const table = Object.fromEntries(
    operationsOf(document).map(({ path, method, operation, parameters }) => [
      operation.operationId,
      {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        tag: operation.tags[0],
        summary: operation.summary,
        scopes: operation.security[0] ? operation.security[0].apiKey : [],
        isPublic: operation.security.length === 0,
        parameters: parameters.map((p) => describeParameter(document, p)),
        body: describeBody(operation.requestBody),
        responses: Object.fromEntries(
          Object.entries(operation.responses).map(([status, r]) => [status, refName(r)]),
        ),
        errors: describeErrors(document, operation.responses),
      },
    ]),
  );
  return [
    "// Generated from the contract. Do not edit; run `npm run generate`.",
    'import type { OperationTable } from "../operation.ts";',
    `export const table: OperationTable = ${JSON.stringify(table, null, 2)};`,
    "",
  ].join("\n");
}

function describeParameter(document: OpenApiDocument, parameter: Parameter) {
  const schema = resolve(document, parameter.schema);
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required ?? false,
    type: schema.type === "integer" ? "integer" : "string",
    ...("default" in schema ? { default: schema.default } : {}),
  };
}

function describeBody(body: Operation["requestBody"]) {
  return body ? { required: body.required ?? false, maxBytes: body["x-max-body-bytes"] } : null;
}

function describeErrors(document: OpenApiDocument, responses: Record<string, { $ref: string }>) {
  const errors = Object.entries(responses).flatMap(([status, reference]) => {
    const schema = resolve(document, reference as never) as { content?: Record<string, unknown> };
    const problem = schema.content?.["application/problem+json"] as { schema: Schema } | undefined;
    return problem ? [[status, codesOf(problem.schema)] as const] : [];
  });
  return Object.fromEntries(errors);
}

/** A problem's schema is the general one, narrowed to the codes of the response. */
function codesOf(schema: Schema): string[] {
  const narrowed = (schema.allOf as { properties?: { code?: { enum: string[] } } }[])
    .map((part) => part.properties?.code?.enum)
    .find((codes) => codes !== undefined);
  if (!narrowed)
    throw new Error("an error response does not narrow `code`; the lint rules say how");
  return narrowed;
}
