import { type Random, uuidV7 } from "../random.ts";
import type { CreditBalance, CreditEntryRecord } from "../store/credits.ts";
import type { Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";
import { webhookEventOf } from "../webhooks/events.ts";

/** A moment, and what ids are made of. */
interface Source {
  readonly now: Moment;
  readonly random: Random;
}

/** An organization's credits before and after a change. */
interface BalanceChange {
  readonly organizationId: string;
  readonly before: CreditBalance;
  readonly after: CreditBalance;
}

/**
 * Adds an entry to a ledger, as `addCreditEntry` does, after the refunds that are due. If it makes the organization's
 * credits low, that is told in the same transaction.
 *
 * @returns whether the credits sufficed
 */
export async function recordEntry(
  store: StoreWriter,
  entry: CreditEntryRecord,
  source: Source,
): Promise<boolean> {
  const { organizationId, amount } = entry;
  await settleFailures(store, organizationId, source);
  const after = await store.addCreditEntry(entry);
  if (!after) return false;
  const before = { ...after, credits: after.credits - amount };
  await tellIfLow(store, { organizationId, before, after }, source);
  return true;
}

/** Gives back the credits of datasets that have failed, so that the balance is the one that people see. */
export function settleFailures(
  store: StoreWriter,
  organizationId: string,
  { now, random }: Source,
): Promise<void> {
  return store.settleFailures(organizationId, now, (moment) => uuidV7(moment, random));
}

/** Tells of an organization whose credits are low after a change of them or of the threshold, and were not before. */
export async function tellIfLow(
  store: StoreWriter,
  { organizationId, before, after }: BalanceChange,
  source: Source,
): Promise<void> {
  if (isLow(before) || !isLow(after)) return;
  const type = "credits.low";
  const occurrence = { organizationId, type, subjectId: organizationId } as const;
  await store.insertWebhookEvents([
    webhookEventOf({ ...occurrence, occursAt: source.now }, source),
  ]);
}

function isLow({ credits, lowCreditsThreshold }: CreditBalance): boolean {
  return lowCreditsThreshold !== null && credits < lowCreditsThreshold;
}
