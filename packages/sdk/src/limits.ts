import { ArgumentError } from "./errors/client-errors.ts";

/** How long and how often a call tries; times are in milliseconds. */
export interface Limits {
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  readonly maxRetryWait: number;
}

const DEFAULTS: Limits = {
  timeout: 60_000,
  totalTimeout: 0,
  maxRetries: 2,
  maxRetryWait: 60_000,
};

type Given = { readonly [Name in keyof Limits]?: number | undefined };

/**
 * The given limits, with defaults for absent ones. Throws an `ArgumentError` for an invalid limit,
 * because programs that are not type-checked pass on any setting.
 */
export function limitsOf(given: Given, defaults: Limits = DEFAULTS): Limits {
  const limits: { -readonly [Name in keyof Limits]: number } = { ...defaults };
  for (const name in defaults) {
    const limit = given[name as keyof Limits];
    if (limit !== undefined) limits[name as keyof Limits] = checkedLimit(name, limit);
  }
  return limits;
}

/**
 * The limit, if it is valid: a number that is not negative, and for `max` and `maxRetries` an
 * integer.
 */
export function checkedLimit(name: string, limit: number): number {
  const isCount = name === "maxRetries" || name === "max";
  if (typeof limit === "number" && limit >= 0 && !(isCount && limit % 1)) return limit;
  throw new ArgumentError(
    `${name} must be ${isCount ? "a whole number" : "milliseconds"}, 0 or more.`,
  );
}
