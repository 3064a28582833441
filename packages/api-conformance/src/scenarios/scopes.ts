import { operations, type Scope } from "@sinkove/contract";

/** Every scope in the contract. */
export const SCOPES: readonly Scope[] = [
  ...new Set(Object.values(operations).flatMap(({ scopes }) => scopes)),
].sort();

const alone = SCOPES.map((scope) => [scope]);
const pairs = SCOPES.flatMap((a) => SCOPES.filter((b) => a < b).map((b) => [a, b]));
const without = (scopes: readonly Scope[]) => SCOPES.filter((scope) => !scopes.includes(scope));

/** Each scope alone, all scopes but one, and all scopes: fewer combinations that still find wrong decisions. */
export const TELLING_SCOPE_SETS: readonly (readonly Scope[])[] = [
  ...alone,
  ...alone.map(without),
  SCOPES,
];

/** The same, with each pair, and all scopes but a pair. No operation needs more than two scopes. */
export const MORE_SCOPE_SETS: readonly (readonly Scope[])[] = [
  ...TELLING_SCOPE_SETS,
  ...pairs,
  ...pairs.map(without),
];
