import { operations, type Scope } from "@sinkove/contract";

/** Every scope that an operation of the contract asks for. */
export const SCOPES: readonly Scope[] = [
  ...new Set(Object.values(operations).flatMap(({ scopes }) => scopes)),
].sort();

const alone = SCOPES.map((scope) => [scope]);
const pairs = SCOPES.flatMap((a) => SCOPES.filter((b) => a < b).map((b) => [a, b]));
const without = (scopes: readonly Scope[]) => SCOPES.filter((scope) => !scopes.includes(scope));

/** Each scope alone, each one missing, and all: what tells a wrong decision from a right one at less cost. */
export const TELLING_SCOPE_SETS: readonly (readonly Scope[])[] = [
  ...alone,
  ...alone.map(without),
  SCOPES,
];

/** Those, each pair, and each pair missing. No operation depends on more scopes than two at once. */
export const MORE_SCOPE_SETS: readonly (readonly Scope[])[] = [
  ...TELLING_SCOPE_SETS,
  ...pairs,
  ...pairs.map(without),
];
