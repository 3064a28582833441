import { type Document, type Method, type Operation, unscopedPath } from "./document.ts";

/** The name of an operation in the SDKs: `sinkove.apiKeys.list`, or `sinkove.me` without a resource. */
export interface SdkName {
  /** In camelCase; undefined for a method of the client itself. */
  readonly resource: string | undefined;
  /** In camelCase. */
  readonly method: string;
}

/**
 * The name of an operation in the SDKs: from `x-sdk`, or else by rule. The rule takes the resource from the tag and the
 * method from the verb: `listApiKeys` with the tag "API keys" is `apiKeys.list`.
 *
 * @returns undefined if the SDKs have no method for the operation
 * @throws Error if neither the rule nor `x-sdk` gives a name
 */
export function sdkNameOf(operation: Operation): SdkName | undefined {
  const { operationId = "", tags: [tag = ""] = [], "x-sdk": given } = operation;
  if (given === false) return undefined;
  if (given) return { resource: given.resource, method: given.method };
  const noun = pascalCase(tag);
  const method = [noun, singular(noun)]
    .filter((name) => name !== "" && operationId.endsWith(name))
    .map((name) => operationId.slice(0, -name.length))
    .find((verb) => /^[a-z]+$/.test(verb));
  if (method) return { resource: camelCase(noun), method };
  throw new Error(
    `Say where the SDKs have ${operationId}: \`x-sdk: { resource: ${camelCase(noun)}, method: … }\`, without resource for a method of the client itself, or \`x-sdk: false\`. Its name is not a verb and the noun of its tag (${noun}, ${singular(noun)}), from which it would follow.`,
  );
}

/** The place of an operation in a document. */
interface OperationPlace {
  /** The path, such as `/organizations/{organizationId}/datasets`. */
  readonly template: string;
  readonly method: Method;
  readonly node: Operation;
}

/**
 * The operation that another one is a scoped form of: for example, the one at `/datasets`. An operation with `x-sdk` is
 * not a scoped form.
 */
export function unscopedFormOf(
  { paths = {} }: Document,
  { template, method, node }: OperationPlace,
): Operation | undefined {
  const short = node["x-sdk"] === undefined ? unscopedPath(template) : undefined;
  return short === undefined ? undefined : paths[short]?.[method];
}

const PYTHON_KEYWORDS = [
  ...["False", "None", "True", "and", "as", "assert", "async", "await", "break", "class"],
  ...["continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if"],
  ...["import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try"],
  ...["while", "with", "yield"],
];

/** Names that a method or a resource must not have, because they mean something in one of the languages. */
const RESERVED = [
  // JavaScript: thenables, and members of every object.
  ...["then", "constructor", "prototype", "toString", "toJSON", "valueOf", "hasOwnProperty"],
  ...PYTHON_KEYWORDS,
];

/** Modules of the SDKs in the folders that have one for each resource. */
const MODULES = ["bodies", "client", "codes", "index", "operations", "queries"];

/** What is wrong with a resource's name for the SDKs; undefined if it is valid. */
export function faultOfResource(name: string): string | undefined {
  return MODULES.includes(name) ? `${name} is another module of the SDKs` : faultOf(name);
}

/** What is wrong with a name for the SDKs; undefined if it is valid. */
export function faultOf(name: string): string | undefined {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return `${name} is not in camelCase`;
  if (RESERVED.includes(name)) return `${name} is reserved in TypeScript or Python`;
  if (name === "core") return "every class of the TypeScript SDK has a field core";
  return undefined;
}

/** Whether a name cannot be written as an attribute in Python. */
export function isPythonKeyword(name: string): boolean {
  return PYTHON_KEYWORDS.includes(name);
}

/** Whether an argument's name is reserved in Python. */
export function isReservedArgument(name: string): boolean {
  return RESERVED.includes(name) || name === "self" || name === "options";
}

function pascalCase(tag: string): string {
  return tag
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join("");
}

function camelCase(pascal: string): string {
  return pascal.slice(0, 1).toLowerCase() + pascal.slice(1);
}

function singular(noun: string): string {
  return noun.endsWith("ies") ? `${noun.slice(0, -3)}y` : noun.replace(/s$/, "");
}
