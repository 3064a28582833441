import { ArgumentError } from "./errors/client-errors.ts";
import { judged, refuseApiKey, textOf } from "./http/arguments.ts";

/** The options that it applies to, whether a value is valid, and what a valid value is. */
type Rule = readonly [names: RegExp, isValid: (value: unknown) => boolean, what: string];

/** Rules for options that programs without type checks can get wrong. Hooks and signals may be null. */
const RULES: readonly Rule[] = [
  [/^(on[A-Z]|fetch$)/, (value) => value === null || typeof value === "function", "a function"],
  [/^signal$/, (value) => value === null || isSignal(value as AbortSignal), "an AbortSignal"],
  [/^max(Retries)?$/, (value) => isAmount(value) && !(value % 1), "a whole number, 0 or more"],
  [/^(timeout|totalTimeout|maxRetryWait|maxInterval)$/, isAmount, "milliseconds, 0 or more"],
  // The pattern of the contract.
  [
    /^idempotencyKey$/,
    (value) => /^[!-~]{1,255}$/.test(textOf(value)),
    "1 to 255 visible ASCII characters",
  ],
];

/** Options that were read: those that are present have a value. */
export type Given<Options> = {
  readonly [Name in keyof Options]: Exclude<Options[Name], undefined>;
};

/** A copy of the options, each read once, without those that are undefined. `null` is the same as no options. */
export function readOptions<Options extends object>(given: Options | undefined): Given<Options> {
  // Checked at run time, because programs that are not type-checked pass anything.
  if (given === undefined || given === null) return {} as Given<Options>; // as most calls do
  return judged(() => {
    if (typeof given !== "object") throw new ArgumentError("options must be an object.");
    const options = Object.entries(given).filter(([, value]) => value !== undefined);
    for (const [name, value] of options) {
      const [, isValid, what] = RULES.find(([names]) => names.test(name)) ?? [];
      if (!isValid) continue; // it is checked where it is used, or ignored
      refuseApiKey(name, value);
      if (!isValid(value)) throw new ArgumentError(`${name} must be ${what}.`);
    }
    return Object.fromEntries(options) as Given<Options>;
  });
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && value >= 0;
}

function isSignal(value: Partial<AbortSignal>): boolean {
  return typeof value.aborted === "boolean" && Boolean(value.addEventListener);
}
