import { readParameters, validateBody } from "@sinkove/contract/validators";
import { type Awaitable, andThen } from "../awaitable.ts";
import { validationError } from "../http/problem.ts";
import { readJsonBody } from "../http/request-body.ts";
import { type Call, found, type Input } from "./call.ts";
import { signatureJudgeOf } from "./require-signature.ts";

/** Reads parameters and body, and refuses them with all violations of the contract at once. */
export function readInput(call: Call): Awaitable<void> {
  const { operation, request } = call;
  const body = operation.body
    ? readJsonBody(request, operation.body.maxBytes, signatureJudgeOf(call))
    : undefined;
  return andThen(body, (value) => {
    call.input = { parameters: parametersOf(call, value), body: value };
  });
}

function parametersOf(call: Call, body: unknown): Input["parameters"] {
  const { operation, request, path } = call;
  const places = { path, query: found(call.query), headers: request.headers };
  const { values, violations } = readParameters(operation.id, places);
  const wrong = validateBody(operation.id, body);
  if (violations.length + wrong.length > 0) throw validationError([...violations, ...wrong]);
  return withCanonicalIds(values);
}

/** Converts ids to lower case, because UUIDs are compared as text but may be in either case (RFC 9562, section 4). */
function withCanonicalIds(values: Input["parameters"]): Input["parameters"] {
  let canonical = values;
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (!name.endsWith("Id") || typeof value !== "string" || !UPPER_CASE.test(value)) continue;
    canonical = { ...canonical, [name]: value.toLowerCase() };
  }
  return canonical;
}

const UPPER_CASE = /[A-F]/;
