import type {
  Contract,
  ContractBody,
  ContractOperation,
  ContractParameter,
} from "@sinkove/openapi/contract";
import type { Document } from "@sinkove/openapi/document";
import { followed } from "@sinkove/openapi/limits";

/** Generates the operation table, which describes each operation as data. */
export function generateOperations({ document, operations, statuses, roles }: Contract): string {
  const table = Object.fromEntries(
    operations.map((operation) => [operation.id, describeOperation(document, operation)]),
  );
  const idsOf = (isMeant: (operation: ContractOperation) => boolean): string =>
    operations
      .filter(isMeant)
      .map(({ id }) => `\n  | "${id}"`)
      .join("") || " never";
  return `// Generated from the contract. Do not edit; run \`npm run generate\`.
import type { OperationTable } from "../operation.ts";

export const table: OperationTable = ${JSON.stringify(table, null, 2)};

/** Operations that need neither an API key nor a session. */
export type PublicOperationId =${idsOf(({ isPublic }) => isPublic)};

/** Operations that change something: all but GET. */
export type WriteOperationId =${idsOf(({ method }) => method !== "GET")};

/** The status of each error code that an operation can answer with. */
export const statuses = ${JSON.stringify(statuses, null, 2)} as const;

/** The scopes that each role gives in an organization. */
export const roleScopes = ${JSON.stringify(roles, null, 2)} as const;
`;
}

function describeOperation(document: Document, operation: ContractOperation) {
  const { id, method, path, tag, summary, scopes, schemes, isPublic } = operation;
  const { responses, scopedFormOf } = operation;
  const isError = ({ status }: { status: number }) => status >= 400;
  const mediaType = responses.find((response) => !isError(response))?.content?.mediaType;
  return {
    ...{ id, method, path, tag, summary, scopes, schemes, isPublic },
    ...(scopedFormOf !== undefined && { scopedFormOf }),
    parameters: operation.parameters.map((parameter) => describeParameter(document, parameter)),
    body: describeBody(operation.body),
    mediaType: mediaType ?? null,
    responses: Object.fromEntries(responses.map(({ status, name }) => [status, name])),
    errors: Object.fromEntries(
      responses.filter(isError).map(({ status, codes }) => [status, codes]),
    ),
  };
}

function describeParameter(document: Document, parameter: ContractParameter) {
  const { name, in: place, required } = parameter;
  const schema = followed(document, parameter.schema);
  const { items, default: fallback } = schema;
  const { type } = items ? followed(document, items) : schema;
  return {
    ...{ name, in: place, required, type },
    ...(items && { isList: true }),
    ...(fallback !== undefined && { default: fallback }),
  };
}

function describeBody(body: ContractBody | undefined) {
  return body ? { required: body.required, maxBytes: body.maxBytes } : null;
}
