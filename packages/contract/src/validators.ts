import { validators } from "./compiled-validators.ts";
import type { OperationId } from "./operation.ts";
import { operations } from "./operations.ts";
import type { Violation } from "./types.ts";
import { judge } from "./violation.ts";

export { type ParameterSource, type ReadParameters, readParameters } from "./parameters.ts";

/**
 * Validates the parsed JSON body of a request. An absent body is `undefined`.
 *
 * @returns all violations, at most 100. Empty if the body follows the contract.
 */
export function validateBody(operationId: OperationId, body: unknown): Violation[] {
  const expected = operations[operationId].body;
  if (!expected) return [];
  if (body !== undefined) return judge(validators[`body_${operationId}`], body);
  if (!expected.required) return [];
  return [{ pointer: "", detail: "a JSON body is required", keyword: "required" }];
}

/** A response to validate. */
export interface JudgedResponse {
  readonly status: number;
  /** `Headers`, or the entries of a record. The names may be in any case. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** The parsed JSON body. Undefined if there is none, or it is not JSON. */
  readonly body: unknown;
}

/**
 * Validates the status, the headers and the body of an operation's response.
 *
 * @returns all violations. Their pointers begin with `/status`, `/headers` or `/body`.
 */
export function validateResponse(operationId: OperationId, response: JudgedResponse): Violation[] {
  const name = operations[operationId].responses[response.status];
  if (!name) return [undeclaredStatus(operationId, response.status)];
  const headers = judge(validators[`headers_${name}`], headersOf(response.headers));
  const body = judge(validators[`content_${name}`], response.body);
  return [...headers.map(under("/headers")), ...body.map(under("/body"))];
}

function undeclaredStatus(operationId: OperationId, status: number): Violation {
  const detail = `the contract declares no ${status} for ${operationId}`;
  return { pointer: "/status", detail, keyword: "enum" };
}

function headersOf(headers: JudgedResponse["headers"]): Record<string, string | number> {
  const byName: Record<string, string | number> = {};
  for (const [name, text] of headers) byName[name.toLowerCase()] = numeric(text);
  return byName;
}

/** Converts whole numbers. This is safe because no string header of the contract contains only digits. */
function numeric(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function under(place: string) {
  return (violation: Violation): Violation => ({
    ...violation,
    pointer: place + violation.pointer,
  });
}
