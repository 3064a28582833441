import { operations, type Scope } from "@sinkove/contract";

/** Every scope that an operation of the contract asks for. */
export const SCOPES: readonly Scope[] = [
  ...new Set(Object.values(operations).flatMap(({ scopes }) => scopes)),
].sort();

/** Every set of scopes that a key can have. */
export const EVERY_SCOPE_SET: readonly (readonly Scope[])[] = Array.from(
  { length: 2 ** SCOPES.length - 1 },
  (_, index) => SCOPES.filter((_scope, place) => ((index + 1) >> place) & 1),
);

/** Each scope alone, each one missing, and all: what tells a wrong decision from a right one at less cost. */
export const TELLING_SCOPE_SETS: readonly (readonly Scope[])[] = EVERY_SCOPE_SET.filter(
  ({ length }) => length === 1 || length >= SCOPES.length - 1,
);
