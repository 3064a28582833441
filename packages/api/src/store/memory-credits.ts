import {
  type CreditBalance,
  type CreditEntryFilter,
  type CreditEntryRecord,
  type CreditReader,
  type CreditWriter,
  refundOf,
} from "./credits.ts";
import { isRefundDue, page } from "./memory-reader.ts";
import type { Tables } from "./memory-tables.ts";

/** Reads entries of credits out of maps. */
export function memoryCreditReader(tables: Tables): CreditReader {
  const { creditEntries } = tables;
  return {
    async listCreditEntries(filter, request) {
      return page(creditEntries.rows.values(), (entry) => matches(entry, filter), request);
    },
    async hasRefundsDue(organizationId, now) {
      const all = [...tables.unrefunded()];
      return all.some((dataset) => isRefundDue(dataset, organizationId, now));
    },
  };
}

/** Writes entries of credits, and balances, into maps. */
export function memoryCreditWriter(tables: Tables): CreditWriter {
  const { datasets } = tables;
  return {
    addCreditEntry: async (entry) => addEntry(tables, entry),
    async settleFailures(organizationId, now, newId) {
      for (const dataset of tables.unrefunded()) {
        if (!isRefundDue(dataset, organizationId, now)) continue;
        datasets.set(dataset.id, { ...dataset, refunded: true });
        addEntry(tables, refundOf(dataset, newId));
      }
    },
  };
}

/** Adds an entry, and its amount to the balance; neither if the balance does not cover it. */
export function addEntry(
  { creditEntries, organizations }: Tables,
  entry: CreditEntryRecord,
): CreditBalance | undefined {
  const organization = organizations.rows.get(entry.organizationId);
  if (!organization || organization.credits + entry.amount < 0) return undefined;
  const changed = { ...organization, credits: organization.credits + entry.amount };
  creditEntries.set(entry.id, entry);
  organizations.set(organization.id, changed);
  return changed;
}

function matches(
  { organizationId, kind, createdAt }: CreditEntryRecord,
  filter: CreditEntryFilter,
): boolean {
  const { createdAfter = 0, createdBefore = Number.POSITIVE_INFINITY } = filter;
  if (organizationId !== filter.organizationId) return false;
  if (filter.kind !== undefined && kind !== filter.kind) return false;
  return createdAt >= createdAfter && createdAt < createdBefore;
}
