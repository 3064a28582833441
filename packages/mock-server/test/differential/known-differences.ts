import type { GeneratedRequest, GeneratedResponse } from "./exchanges.ts";

/** A class of exchanges on which the two engines disagree, and the reason. */
export interface Difference<T> {
  readonly what: string;
  readonly reason: string;
  /** Prism's issue about the difference, if there is one. */
  readonly issue?: string;
  readonly refusedBy: "fast" | "prism";
  readonly matches: (exchange: T) => boolean;
}

export const requestDifferences: readonly Difference<GeneratedRequest>[] = [
  {
    what: "an integer in another JavaScript number syntax: 0x10, 1e2, 1.0, +5, a leading space",
    reason:
      "Prism coerces parameters with Ajv, which accepts whatever Number() accepts. The contract means digits.",
    issue: "stoplightio/prism#905",
    refusedBy: "fast",
    matches: ({ what = "" }) => /^limit: is "( 5|\+5|0x10|1e2|1\.0)"$/.test(what),
  },
  {
    what: "an optional parameter that is sent empty",
    reason: "Prism treats an empty parameter as absent. The contract treats it as an empty string.",
    issue: "stoplightio/prism#569",
    refusedBy: "fast",
    matches: ({ query, headers }) =>
      [...query.map(([, text]) => text), ...Object.values(headers)].includes(""),
  },
  {
    what: "a null body for an operation whose body is optional",
    reason: "Prism treats null as no body. It is JSON, but not an object.",
    refusedBy: "fast",
    matches: ({ body }) => body === null,
  },
];

const ODD_NUMBER = /: is "(\+5|0x10|1e2|1\.0|99999999999999999999)"$/;

export const responseDifferences: readonly Difference<GeneratedResponse>[] = [
  {
    what: "an integer in a header in another JavaScript number syntax: 0x10, 1e2, 1.0, +5",
    reason:
      "Prism coerces headers with Ajv, which accepts whatever Number() accepts. HTTP fields have digits (RFC 9110, section 5.6.1).",
    issue: "stoplightio/prism#905",
    refusedBy: "fast",
    matches: ({ what = "" }) => ODD_NUMBER.test(what),
  },
  {
    what: "a header of type string that contains only digits",
    reason:
      "The compiled validators read every header of digits as a number. The string headers of the contract never contain only digits.",
    refusedBy: "fast",
    matches: ({ headers }) => Object.values(headers).some((text) => /^\d+$/.test(text)),
  },
  {
    what: "a required header that is empty",
    reason: "Prism treats an empty header as absent. The contract sets no minimum length.",
    issue: "stoplightio/prism#569",
    refusedBy: "prism",
    matches: ({ what = "" }) => what.endsWith(': is ""'),
  },
];
