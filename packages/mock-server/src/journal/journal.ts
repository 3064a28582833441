import type { OperationId, Violation } from "@sinkove/contract";
import { ContractBrokenError } from "./contract-broken-error.ts";

/** A violation, and of what. */
export interface JudgedViolation extends Violation {
  readonly in: "request" | "response";
}

/** One exchange. Secrets are redacted: keys, and the tokens of download URLs. */
export interface JournalEntry {
  /** Counts the exchanges of the world from 1. */
  readonly sequence: number;
  /** When it began, on the world's clock (RFC 3339). */
  readonly at: string;
  /** How long it took, in milliseconds of real time. */
  readonly durationMs: number;
  /** Undefined where the contract has no such operation. */
  readonly operationId?: OperationId | undefined;
  readonly requestId?: string | undefined;
  readonly apiKeyId?: string | undefined;
  /** Who answered: the API, Prism for a `Prefer`, or a fault in their place. */
  readonly answeredBy: "api" | "prism" | "fault";
  readonly request: JournalMessage & { readonly method: string; readonly path: string };
  /** Undefined where the connection was reset. */
  readonly response?: (JournalMessage & { readonly status: number }) | undefined;
  /** What the request was refused for, and in what the response broke the contract. */
  readonly violations: readonly JudgedViolation[];
  readonly fault?: JournalFault | undefined;
}

/** Headers and body of a request or a response; a long body is cut. */
export interface JournalMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The fault that met an exchange. */
export interface JournalFault {
  readonly id: string;
  readonly action: string;
  /** How long the answer was held back, in milliseconds. */
  readonly waitedMs: number;
}

/** Which entries to list. */
export interface JournalFilter {
  readonly operationId?: string | undefined;
  /** A status such as 429, or a class such as `4xx`. */
  readonly status?: number | string | undefined;
  /** Only exchanges with violations: of the request, of the response, or of any. */
  readonly violations?: "request" | "response" | "any" | undefined;
  /** Only exchanges that a fault met. */
  readonly faults?: boolean | undefined;
  /** Only entries after this sequence number. */
  readonly after?: number | undefined;
}

/** What happened in a world, oldest first; only the last thousand exchanges are kept. */
export interface Journal {
  list(filter?: JournalFilter): readonly JournalEntry[];
  clear(): void;
  /**
   * Checks that no response broke the contract since the journal was cleared.
   *
   * @throws {ContractBrokenError} with the violations, where one did
   */
  check(): void;
}

/** The journal of a world, as the mock server writes it. */
export interface WritableJournal extends Journal {
  write(entry: Omit<JournalEntry, "sequence">): void;
  /** Forgets the entries up to this one, to make room for those of others. */
  forget(sequence: number): void;
}

const MOST_ENTRIES = 1000;

/** @param onWrite told of each entry that is written */
export function createJournal(
  onWrite: (journal: WritableJournal, entry: JournalEntry) => void,
): WritableJournal {
  let entries: JournalEntry[] = [];
  let broken: JournalEntry[] = [];
  let sequence = 0;
  const journal: WritableJournal = {
    list: (filter = {}) => entries.filter((entry) => isWanted(entry, filter)),
    clear() {
      entries = [];
      broken = [];
    },
    check() {
      if (broken.length > 0) throw new ContractBrokenError(broken);
    },
    write(written) {
      sequence += 1;
      const entry = { sequence, ...written };
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) entries.shift();
      // Kept apart, so that what is to be checked is not pushed out by what came later.
      if (hasBroken(entry) && broken.length < MOST_ENTRIES) broken.push(entry);
      onWrite(journal, entry);
    },
    forget(last) {
      while (entries[0] && entries[0].sequence <= last) entries.shift();
    },
  };
  return journal;
}

/** Whether the response broke the contract. */
export function hasBroken({ violations }: Pick<JournalEntry, "violations">): boolean {
  return violations.some((violation) => violation.in === "response");
}

function isWanted(entry: JournalEntry, filter: JournalFilter): boolean {
  const { operationId, status, violations, faults, after = 0 } = filter;
  if (entry.sequence <= after) return false;
  if (operationId !== undefined && entry.operationId !== operationId) return false;
  if (faults === true && entry.fault === undefined) return false;
  return hasStatus(entry, status) && hasViolations(entry, violations);
}

function hasStatus({ response }: JournalEntry, wanted: JournalFilter["status"]): boolean {
  if (wanted === undefined) return true;
  const status = `${response?.status}`;
  return status === `${wanted}` || `${status.charAt(0)}xx` === wanted;
}

function hasViolations(entry: JournalEntry, wanted: JournalFilter["violations"]): boolean {
  if (wanted === undefined) return true;
  return entry.violations.some((violation) => wanted === "any" || violation.in === wanted);
}
