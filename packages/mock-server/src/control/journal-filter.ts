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
      `The journal has no filter ${JSON.stringify(unknown)}. Filters: ${KNOWN.join(", ")}.`,
    );
  }
  const text = (name: string): string | undefined => query.get(name) ?? undefined;
  return {
    operationId: text("operationId"),
    status: matching("status", text("status"), /^[1-5](\d\d|xx)$/),
    violations: violationsOf(text("violations")),
    faults: matching("faults", text("faults"), /^true$/) === undefined ? undefined : true,
    after:
      text("after") === undefined
        ? undefined
        : Number(matching("after", text("after"), /^\d{1,15}$/)),
  };
}

function violationsOf(text: string | undefined): JournalFilter["violations"] {
  if (text === undefined || text === "request" || text === "response" || text === "any")
    return text;
  throw new MockError("violations must be request, response or any.");
}

function matching(name: string, text: string | undefined, form: RegExp): string | undefined {
  if (text === undefined || form.test(text)) return text;
  throw new MockError(`${name} must match ${form.source}, but is ${JSON.stringify(text)}.`);
}
