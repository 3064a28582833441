import type { JournalEntry } from "./journal.ts";

/** Thrown if a response of the mock server broke the contract. */
export class ContractBrokenError extends Error {
  static {
    Object.defineProperty(ContractBrokenError, "name", { value: "ContractBrokenError" });
  }

  override readonly name = "ContractBrokenError";
  /** The exchanges whose responses broke the contract, oldest first. */
  readonly entries: readonly JournalEntry[];

  constructor(entries: readonly JournalEntry[]) {
    const count = entries.length === 1 ? "1 response" : `${entries.length} responses`;
    super([`${count} broke the contract:`, ...entries.slice(0, 20).map(lineOf)].join("\n"));
    this.entries = entries;
  }
}

function lineOf({ request, operationId, violations }: JournalEntry): string {
  const shown = violations.filter((violation) => violation.in === "response").slice(0, 5);
  const list = shown.map(({ pointer, detail }) => `${pointer || "the response"} ${detail}`);
  const place = operationId ?? request.path;
  return `  ${place} (${request.method} ${request.path}): ${list.join("; ")}`;
}
