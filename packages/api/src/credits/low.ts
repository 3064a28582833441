import { insertMails } from "../mails/outbox.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { CreditBalance, CreditEntryRecord } from "../store/credits.ts";
import type { Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";
import { webhookEventOf } from "../webhooks/events.ts";

/** The time of a change, and the source of random bytes for ids. */
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

/** The minimum time between two mails, in milliseconds, unless credits were given in between. */
const QUIET = 24 * 60 * 60 * 1000;

/**
 * Adds an entry to a ledger, as `addCreditEntry` does, after the refunds that are due. If the organization's credits
 * become low, the same transaction creates the events and mails.
 *
 * @returns whether the credits sufficed
 */
export async function recordEntry(
  store: StoreWriter,
  entry: CreditEntryRecord,
  source: Source,
): Promise<boolean> {
  const { organizationId, kind, amount } = entry;
  await settleFailures(store, organizationId, source);
  const after = await store.addCreditEntry(entry);
  if (!after) return false;
  if (kind === "grant" && amount > 0)
    await store.updateOrganization(organizationId, { lowCreditsMailedAt: null });
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

/**
 * Notifies an organization whose credits are low after a change of the credits or the threshold, and were not before:
 * its webhooks each time, its owners by email at most once a day.
 */
export async function tellIfLow(
  store: StoreWriter,
  { organizationId, before, after }: BalanceChange,
  source: Source,
): Promise<void> {
  if (isLow(before) || !isLow(after)) return;
  const occurrence = { organizationId, type: "credits.low", subjectId: organizationId } as const;
  const event = webhookEventOf({ ...occurrence, occursAt: source.now }, source);
  await store.insertWebhookEvents([event]);
  await mailOwners(store, organizationId, source);
}

function isLow({ credits, lowCreditsThreshold }: CreditBalance): boolean {
  return lowCreditsThreshold !== null && credits < lowCreditsThreshold;
}

/** The change has locked the organization's row, so two transactions cannot both send the first mail of a day. */
async function mailOwners(
  store: StoreWriter,
  organizationId: string,
  source: Source,
): Promise<void> {
  const { now } = source;
  const [organization] = await store.listOrganizations([organizationId], now);
  if (!organization) return;
  const { id, name, credits, lowCreditsThreshold, lowCreditsMailedAt: mailedAt } = organization;
  if (lowCreditsThreshold === null || (mailedAt !== null && now - mailedAt < QUIET)) return;
  await store.updateOrganization(id, { lowCreditsMailedAt: now });
  const threshold = lowCreditsThreshold;
  const notice = { kind: "credits-low", organization: { id, name, credits }, threshold } as const;
  await insertMails(store, notice, { account: null, organizationIds: [id], ...source });
}
