import { describe } from "../describe.ts";
import type { JournalFilter } from "../journal/journal.ts";
import { MockError } from "../mock-error.ts";

const KNOWN = ["operationId", "status", "violations", "faults", "after"];

/**
 * Reads a journal filter from a query string.
 *
 * @throws {MockError} if a parameter is unknown or invalid
 */
export function readJournalFilter(query: URLSearchParams): JournalFilter {
  const unknown = [...query.keys()].find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) {
    throw new MockError(
      `The journal has no filter ${describe(unknown)}. Filters: ${KNOWN.join(", ")}.`,
    );
  }
  const text = (name: string): string | undefined => query.get(name) ?? undefined;
  return {
    operationId: text("operationId"),
    status: matching(text("status"), STATUS),
    violations: violationsOf(text("violations")),
    faults: matching(text("faults"), FAULTS) === "true",
    after: Number(matching(text("after"), AFTER) ?? 0),
  };
}

function violationsOf(text: string | undefined): JournalFilter["violations"] {
  if (text === undefined || text === "request" || text === "response" || text === "any")
    return text;
  throw new MockError("violations must be request, response or any.");
}

interface Form {
  readonly pattern: RegExp;
  /** What the error says. */
  readonly rule: string;
}

const STATUS: Form = {
  pattern: /^[1-5](\d\d|xx)$/,
  rule: "status must be a status such as 429, or a class such as 4xx",
};
const FAULTS: Form = { pattern: /^(true|false)$/, rule: "faults must be true or false" };
const AFTER: Form = { pattern: /^\d{1,15}$/, rule: "after must be the sequence of an entry" };

function matching(text: string | undefined, { pattern, rule }: Form): string | undefined {
  if (text === undefined || pattern.test(text)) return text;
  throw new MockError(`${rule}, not ${describe(text)}.`);
}
