import type { ContractOperation } from "@sinkove/openapi/contract";
import { pythonArgumentName } from "@sinkove/sdk-generator/sdk-model";
import { viewRequestBody } from "./operation-view.ts";
import type { MemberView } from "./schema-view.ts";

/** A form field for a part of a request's body, as plain data. */
export interface FormField {
  readonly name: string;
  readonly kind: "text" | "number" | "boolean" | "choice" | "choices" | "list" | "json" | "group";
  /** The type and the limits of the field. */
  readonly hint: string;
  readonly required?: true;
  readonly values?: readonly string[];
  /** The fields of a group. */
  readonly fields?: readonly FormField[];
}

/** The form in which readers change the body that an operation's sample sends. */
export interface FormView {
  readonly operationId: string;
  readonly method: string;
  /** The initial body of the sample. */
  readonly example: unknown;
  /** Field names in the Python SDK. */
  readonly pythonNames: Readonly<Record<string, string>>;
  readonly fields: readonly FormField[];
}

/** Returns the form of an operation, or undefined if it has no JSON body or does not accept API keys. */
export function viewForm(operation: ContractOperation): FormView | undefined {
  if (!operation.schemes.includes("apiKey")) return undefined;
  const members = viewRequestBody(operation)?.schema?.members;
  const example = operation.body?.examples[0]?.value;
  if (members === undefined || example === undefined) return undefined;
  const { id, method } = operation;
  const pythonNames = Object.fromEntries(
    members.map(({ name }) => [name, pythonArgumentName(name)]),
  );
  return { operationId: id, method, example, pythonNames, fields: members.map(fieldOf) };
}

function fieldOf(member: MemberView): FormField {
  const { name, required, type, constraints, values, members } = member;
  const limits = constraints.filter((limit) => !/^(?:matches|names match|no other)/.test(limit));
  return {
    name,
    kind: kindOf(member),
    hint: [type, ...limits].join(", "),
    ...(required && { required }),
    ...(values && { values: values.map(({ value }) => value) }),
    ...(members && { fields: members.map(fieldOf) }),
  };
}

function kindOf({ type, values, members }: MemberView): FormField["kind"] {
  const isList = type.startsWith("array");
  if (values) return isList ? "choices" : "choice";
  if (isList) return "list";
  if (members) return "group";
  if (/^(?:integer|number)\b/.test(type)) return "number";
  if (/^boolean\b/.test(type)) return "boolean";
  return /^string\b/.test(type) ? "text" : "json";
}
