import { validators } from "./compiled-validators.ts";
import type { OperationId, OperationParameter } from "./operation.ts";
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
  readonly values: Readonly<Record<string, string | number | undefined>>;
  readonly violations: readonly Violation[];
}

/**
 * Reads an operation's parameters from a request, converts them to the contract's types, and validates them. If a text
 * is not the required integer, the value is the text, with a violation. A repeated query parameter is a violation.
 */
export function readParameters(operationId: OperationId, source: ParameterSource): ReadParameters {
  const parameters: readonly OperationParameter[] = operations[operationId].parameters;
  const values: Record<string, string | number | undefined> = {};
  const repeated: Violation[] = [];
  for (const parameter of parameters) {
    const text = textOf(parameter, source, repeated);
    values[parameter.name] = text === undefined ? parameter.default : typed(parameter, text);
  }
  const judged = judge(validators[`parameters_${operationId}`], values);
  return { values, violations: [...repeated, ...judged.map(byName)] };
}

/** Returns the text of a parameter. Adds a violation to `repeated` if there are several. */
function textOf(
  parameter: OperationParameter,
  source: ParameterSource,
  repeated: Violation[],
): string | undefined {
  const { name, in: place } = parameter;
  if (place === "path") return source.path[name];
  if (place === "header") return source.headers.get(name) ?? undefined;
  const texts = source.query.getAll(name);
  if (texts.length > 1) repeated.push(repetition(parameter));
  return texts[0];
}

function typed({ type }: OperationParameter, text: string): string | number {
  if (type !== "integer" || !/^-?\d{1,15}$/.test(text)) return text;
  return Number(text);
}

function repetition({ name }: OperationParameter): Violation {
  return { pointer: name, detail: "must be sent only once", keyword: "maxItems" };
}

/** Replaces the pointer with the parameter's name. */
function byName(violation: Violation): Violation {
  return { ...violation, pointer: violation.pointer.slice(1) };
}
