import { operationIdOf } from "../operation-id.ts";
import { ContractBrokenError } from "./contract-broken-error.ts";
import type { Journal, JournalEntry, JournalFilter } from "./journal.ts";
import { entryOf, type KeptExchange, type WrittenExchange } from "./kept-exchange.ts";

/** The journal of a world, with the methods that the mock server needs. */
export interface WritableJournal extends Journal {
  write(exchange: WrittenExchange): void;
  /** The number of exchanges, and the number of those whose response broke the contract. */
  counts(): { readonly exchanges: number; readonly broken: number };
  /** Removes the entries up to and including this one. */
  forget(sequence: number): void;
}

const MOST_ENTRIES = 1000;

/** @param onWrite called after each exchange is written */
export function createJournal(
  onWrite: (journal: WritableJournal, exchange: KeptExchange) => void,
): WritableJournal {
  let exchanges: KeptExchange[] = [];
  let broken: KeptExchange[] = [];
  let sequence = 0;
  const journal: WritableJournal = {
    list(filter = {}) {
      // A misspelt id would look like an operation that was not called.
      if (filter.operationId !== undefined) operationIdOf(filter.operationId);
      return exchanges.filter((exchange) => isWanted(exchange, filter)).map(entryOf);
    },
    clear() {
      exchanges = [];
      broken = [];
    },
    check() {
      if (broken.length > 0) throw new ContractBrokenError(broken.map(entryOf));
    },
    counts: () => ({ exchanges: exchanges.length, broken: broken.length }),
    write(written) {
      sequence += 1;
      const exchange = { ...written, sequence };
      exchanges.push(exchange);
      if (exchanges.length > MOST_ENTRIES) exchanges.shift();
      // A separate list, so that later exchanges do not push out those that check() reports.
      if (hasBroken(exchange) && broken.length < MOST_ENTRIES) broken.push(exchange);
      onWrite(journal, exchange);
    },
    forget(last) {
      while (exchanges[0] && exchanges[0].sequence <= last) exchanges.shift();
    },
  };
  return journal;
}

/** Whether the response of an exchange broke the contract. */
export function hasBroken({ violations }: Pick<JournalEntry, "violations">): boolean {
  return violations.some((violation) => violation.in === "response");
}

function isWanted(entry: KeptExchange, filter: JournalFilter): boolean {
  const { operationId, status, violations, faults, after = 0 } = filter;
  if (entry.sequence <= after) return false;
  if (operationId !== undefined && entry.operationId !== operationId) return false;
  if (faults === true && entry.fault === undefined) return false;
  return hasStatus(entry, status) && hasViolations(entry, violations);
}

function hasStatus({ response }: KeptExchange, wanted: JournalFilter["status"]): boolean {
  if (wanted === undefined) return true;
  const status = `${response?.status}`;
  return status === `${wanted}` || `${status.charAt(0)}xx` === wanted;
}

function hasViolations(entry: KeptExchange, wanted: JournalFilter["violations"]): boolean {
  if (wanted === undefined) return true;
  return entry.violations.some((violation) => wanted === "any" || violation.in === wanted);
}
