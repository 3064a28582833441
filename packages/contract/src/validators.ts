import { validators } from "./compiled-validators.ts";
import type { OperationId } from "./operation.ts";
import { operations } from "./operations.ts";
import type { Violation } from "./types.ts";
import { judge } from "./violation.ts";

export { type ParameterSource, type ReadParameters, readParameters } from "./parameters.ts";

/**
 * Judges the parsed JSON body of a request. An absent body is `undefined`.
 *
 * @returns every violation, at most 100; none for a body that is as the contract says
 */
export function validateBody(operationId: OperationId, body: unknown): Violation[] {
  const expected = operations[operationId].body;
  if (!expected) return [];
  if (body !== undefined) return judge(validators[`body_${operationId}`], body);
  if (!expected.required) return [];
  return [{ pointer: "", detail: "a JSON body is required", keyword: "required" }];
}

/** A response as it is to be judged. */
export interface JudgedResponse {
  readonly status: number;
  /** `Headers`, or the entries of a record: names in any case. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** The parsed JSON body; undefined where there is none or it is no JSON. */
  readonly body: unknown;
}

/**
 * Judges a response of an operation: is its status declared, are its headers there and well-formed, is its
 * body as the contract says.
 *
 * @returns every violation; pointers begin with `/status`, `/headers` or `/body`
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

/** Every whole number is typed as one: no header that the contract types as a string is a bare number. */
function numeric(text: string): string | number {
  return /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function under(place: string) {
  return (violation: Violation): Violation => ({
    ...violation,
    pointer: place + violation.pointer,
  });
}
