import type { JournalFilter } from "../journal/journal.ts";
import { MockError } from "../mock-error.ts";

const KNOWN = ["operationId", "status", "violations", "faults", "after"];

/**
 * Reads a filter of the journal from a query.
 *
 * @throws {MockError} if a member is unknown or its value is none
 */
export function readJournalFilter(query: URLSearchParams): JournalFilter {
  const stranger = [...query.keys()].find((name) => !KNOWN.includes(name));
  if (stranger !== undefined) {
    throw new MockError(
      `The journal has no filter ${JSON.stringify(stranger)}. It takes: ${KNOWN.join(", ")}.`,
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
  throw new MockError("violations takes request, response or any.");
}

function matching(name: string, text: string | undefined, form: RegExp): string | undefined {
  if (text === undefined || form.test(text)) return text;
  throw new MockError(`${name} cannot be ${JSON.stringify(text)}; it must be like ${form.source}.`);
}
