import type { Operation } from "./document.ts";

/** Where the SDKs have an operation: `sinkove.apiKeys.list`, or `sinkove.me` if it has no resource. */
export interface SdkName {
  /** In camelCase; undefined for a method of the client itself. */
  readonly resource: string | undefined;
  /** In camelCase. */
  readonly method: string;
}

/**
 * The name of an operation in the SDKs: what `x-sdk` says, or else by rule. The rule takes the resource from the tag and
 * the method from the verb: `listApiKeys` of the tag "API keys" is `apiKeys.list`.
 *
 * @returns undefined if the SDKs have no method for the operation
 * @throws Error if the rule gives no name, and `x-sdk` none either
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

/** Names that both languages have plans for, as a method or as a resource. */
const RESERVED = [
  // JavaScript: a thenable, and what every object has.
  ...["then", "constructor", "prototype", "toString", "toJSON", "valueOf", "hasOwnProperty"],
  // Python's keywords that are also in camelCase.
  ...["and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif"],
  ...["else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda"],
  ...["nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"],
];

/** What is wrong with a name of the SDKs; undefined if nothing is. */
export function faultOf(name: string): string | undefined {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) return `${name} is not in camelCase`;
  if (RESERVED.includes(name)) return `${name} has a meaning of its own in TypeScript or Python`;
  return undefined;
}

/** Whether Python reserves the name of an argument. */
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
