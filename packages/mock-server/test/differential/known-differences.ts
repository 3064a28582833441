import type { GeneratedRequest, GeneratedResponse } from "./exchanges.ts";

/** Exchanges that the two engines judge differently, and why. */
export interface Difference<T> {
  readonly what: string;
  readonly reason: string;
  /** Prism's issue about it, where there is one. */
  readonly issue?: string;
  readonly refusedBy: "fast" | "prism";
  readonly matches: (exchange: T) => boolean;
}

export const requestDifferences: readonly Difference<GeneratedRequest>[] = [
  {
    what: "an integer that is written as JavaScript reads numbers: 0x10, 1e2, 1.0, +5, a space before it",
    reason:
      "Prism coerces parameters with Ajv, which takes whatever Number() takes; the contract means digits.",
    issue: "stoplightio/prism#905",
    refusedBy: "fast",
    matches: ({ what = "" }) => /^limit: is "( 5|\+5|0x10|1e2|1\.0)"$/.test(what),
  },
  {
    what: "an optional parameter that is sent empty",
    reason:
      "Prism takes an empty parameter for an absent one; it is a text of no characters, and judged as such.",
    issue: "stoplightio/prism#569",
    refusedBy: "fast",
    matches: ({ query, headers }) =>
      [...query.map(([, text]) => text), ...Object.values(headers)].includes(""),
  },
  {
    what: "a body of null where a body is optional",
    reason: "Prism takes null for no body; it is a JSON text, and no object.",
    refusedBy: "fast",
    matches: ({ body }) => body === null,
  },
];

const ODD_NUMBER = /: is "(\+5|0x10|1e2|1\.0|99999999999999999999)"$/;

export const responseDifferences: readonly Difference<GeneratedResponse>[] = [
  {
    what: "an integer in a header that is written as JavaScript reads numbers: 0x10, 1e2, 1.0, +5",
    reason:
      "Prism coerces headers with Ajv, which takes whatever Number() takes; HTTP fields have digits (RFC 9110, section 5.6.1).",
    issue: "stoplightio/prism#905",
    refusedBy: "fast",
    matches: ({ what = "" }) => ODD_NUMBER.test(what),
  },
  {
    what: "a header that the contract types as text, of digits alone",
    reason:
      "The compiled validators read every header of digits as a number; no header of the contract that is a text is ever one.",
    refusedBy: "fast",
    matches: ({ headers }) => Object.values(headers).some((text) => /^\d+$/.test(text)),
  },
  {
    what: "a required header that is empty",
    reason: "Prism takes an empty header for an absent one; the contract sets no least length.",
    issue: "stoplightio/prism#569",
    refusedBy: "prism",
    matches: ({ what = "" }) => what.endsWith(': is ""'),
  },
];
