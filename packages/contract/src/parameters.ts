import { validators } from "./compiled-validators.ts";
import type { OperationId, OperationParameter, ParameterValue } from "./operation.ts";
import { operations } from "./operations.ts";
import type { Violation } from "./types.ts";
import { judge } from "./violation.ts";

/** The texts of an operation's parameters. Path segments are already percent-decoded. */
export interface ParameterSource {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Pick<URLSearchParams, "getAll">;
  readonly headers: Pick<Headers, "get">;
}

/** The values of an operation's parameters by name, including defaults, and their violations. */
export interface ReadParameters {
  readonly values: Readonly<Record<string, ParameterValue | undefined>>;
  readonly violations: readonly Violation[];
}

/**
 * Reads an operation's parameters from a request, converts them to the contract's types, and validates them. If a text
 * is not of the required type, the value is the text, with a violation. A query parameter that is repeated is a
 * violation, unless it is a list.
 */
export function readParameters(operationId: OperationId, source: ParameterSource): ReadParameters {
  const parameters: readonly OperationParameter[] = operations[operationId].parameters;
  const values: Record<string, ParameterValue | undefined> = {};
  const repeated: Violation[] = [];
  for (const parameter of parameters) {
    const texts = textsOf(parameter, source);
    if (texts.length > 1 && !parameter.isList) repeated.push(repetition(parameter));
    values[parameter.name] = readValue(parameter, texts);
  }
  const judged = judge(validators[`parameters_${operationId}`], values);
  return { values, violations: [...repeated, ...judged.map(byName)] };
}

function textsOf(
  { name, in: place }: OperationParameter,
  source: ParameterSource,
): readonly string[] {
  if (place === "query") return source.query.getAll(name);
  const text = place === "path" ? source.path[name] : source.headers.get(name);
  return text === undefined || text === null ? [] : [text];
}

/** The value of a parameter: of all its texts if it is a list, otherwise of the first. */
export function readValue(
  parameter: OperationParameter,
  texts: readonly string[],
): ParameterValue | undefined {
  const [first] = texts;
  if (first === undefined) return parameter.default;
  return parameter.isList ? texts.map((text) => typed(parameter, text)) : typed(parameter, first);
}

const INTEGER = /^-?\d{1,15}$/;
/** As JSON writes numbers, of a length that a number can hold. */
const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

function typed({ type }: OperationParameter, text: string): string | number | boolean {
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  const isNumber =
    (type === "integer" && INTEGER.test(text)) || (type === "number" && NUMBER.test(text));
  return isNumber ? Number(text) : text;
}

function repetition({ name }: OperationParameter): Violation {
  return { pointer: name, detail: "must be sent only once", keyword: "maxItems" };
}

/** Replaces the pointer with the parameter's name. */
function byName(violation: Violation): Violation {
  return { ...violation, pointer: violation.pointer.slice(1) };
}
