import type { Violation } from "@sinkove/contract";
// Prism does not export its validators, so they are imported from their file.
import {
  validateInput,
  validateOutput,
  validateSecurity,
} from "@stoplight/prism-http/dist/validator/index.js";
import { type PrismOperation, readOperations } from "./prism-operations.ts";
import { type PrismRequest, toPrism } from "./prism-request.ts";

/** A response for Prism to validate. */
export interface PrismResponse {
  readonly status: number;
  /** The names may be in any case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed if it is JSON. Undefined if there is none. */
  readonly body: unknown;
}

/** Prism's validators for a contract. */
export interface PrismValidators {
  readonly request: (operationId: string, request: PrismRequest) => Violation[];
  readonly response: (operationId: string, response: PrismResponse) => Violation[];
}

type Judged = ReturnType<typeof validateOutput> | ReturnType<typeof validateSecurity>;
type Diagnostic = Extract<Judged, { _tag: "Left" }>["left"][number];

/** Prepares Prism's validators for a bundled OpenAPI document. */
export async function createPrismValidators(document: object): Promise<PrismValidators> {
  const operations = await readOperations(document);
  const byId = new Map(operations.map((operation) => [operation.iid, operation]));
  const withOperation = (id: string, judge: (resource: PrismOperation) => Violation[]) => {
    const resource = byId.get(id);
    return resource ? judge(resource) : [unknownOperation(id)];
  };
  return {
    request: (id, request) =>
      withOperation(id, (resource) => {
        const element = toPrism(request);
        return [validateSecurity, validateInput].flatMap((validate) =>
          violationsOf(validate({ resource, element })),
        );
      }),
    response: (id, { status, headers, body }) =>
      withOperation(id, (resource) => {
        const element = { statusCode: status, headers: lowerCased(headers), body };
        return violationsOf(validateOutput({ resource, element }));
      }),
  };
}

function lowerCased(headers: PrismResponse["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function unknownOperation(id: string): Violation {
  return { pointer: "", detail: `the contract has no operation ${id}`, keyword: "operationId" };
}

/** Converts all diagnostics to violations, also warnings such as an undeclared status, but not deprecations. */
function violationsOf(judged: Judged): Violation[] {
  if (judged._tag === "Right") return [];
  return judged.left.filter(({ code }) => code !== "deprecated").map(toViolation);
}

const PLACES: Readonly<Record<string, string>> = { header: "headers" };

function toViolation({ path = [], message, code }: Diagnostic): Violation {
  const [first, ...others] = path.map(String);
  const segments = first === undefined ? [] : [PLACES[first] ?? first, ...others];
  return {
    pointer: segments.map((segment) => `/${segment}`).join(""),
    detail: message,
    keyword: `${code ?? "status"}`,
  };
}
