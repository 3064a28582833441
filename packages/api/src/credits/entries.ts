import type { CreditEntry } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { actorOf } from "../audit/actor.ts";
import { toTimestamp } from "../moment.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { CreditEntryRecord } from "../store/credits.ts";
import type { Moment } from "../store/records.ts";

/** The facts of a new entry. */
export type EntryFacts = Pick<CreditEntryRecord, "organizationId" | "kind" | "amount"> &
  Partial<Pick<CreditEntryRecord, "datasetId" | "reason">>;

/** The time of the entry, and the source of random bytes for its id. */
interface EntryOptions {
  readonly now: Moment;
  readonly random: Random;
  /** Who makes it. Default: an operator, or the service itself. */
  readonly principal?: Principal;
}

/** A new entry of a ledger, which is not stored yet. */
export function createEntry(
  facts: EntryFacts,
  { now, random, principal }: EntryOptions,
): CreditEntryRecord {
  const apiKey = principal?.apiKey;
  return {
    id: uuidV7(now, random),
    datasetId: null,
    reason: null,
    ...facts,
    createdAt: now,
    actorApiKeyId: apiKey?.id ?? null,
    actorAccountId: apiKey ? null : (principal?.account.id ?? null),
  };
}

/** An entry as the API shows it. */
export function presentEntry(entry: CreditEntryRecord): CreditEntry {
  const { id, kind, amount, createdAt, datasetId, reason } = entry;
  const actor = actorOf(entry.actorApiKeyId, entry.actorAccountId);
  return { id, kind, amount, createdAt: toTimestamp(createdAt), datasetId, reason, actor };
}
