import type { CreditEntryKind } from "@sinkove/contract";
import type { Moment, OrganizationRecord } from "./records.ts";
import type { PageRequest } from "./store.ts";

/** A change of an organization's credits. The balance is the sum of all of them. */
export interface CreditEntryRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: CreditEntryKind;
  /** A whole number; negative if credits were taken. */
  readonly amount: number;
  readonly createdAt: Moment;
  /** The dataset that it paid for, which may have been deleted since. */
  readonly datasetId: string | null;
  /** Why, in an operator's words. */
  readonly reason: string | null;
  /** The key that was presented; null if a person, an operator or the service itself made it. */
  readonly actorApiKeyId: string | null;
  /** The person who was signed in; null if a key was presented, or if an operator or the service itself made it. */
  readonly actorAccountId: string | null;
}

/** An organization's credits, and what they are compared with. */
export type CreditBalance = Pick<OrganizationRecord, "credits" | "lowCreditsThreshold">;

/** Credits that an organization begins with. */
export type FirstGrant = Pick<CreditEntryRecord, "id" | "amount" | "reason">;

/** Which entries to list. */
export interface CreditEntryFilter {
  readonly organizationId: string;
  readonly kind?: CreditEntryKind | undefined;
  readonly createdAfter?: Moment | undefined;
  readonly createdBefore?: Moment | undefined;
}

/** Makes the id of an entry of this moment. */
export type NewEntryId = (moment: Moment) => string;

/** Reads of credits by the API. */
export interface CreditReader {
  /** Newest first. Refunds that are due at the moment are not among them, see {@link hasRefundsDue}. */
  listCreditEntries(filter: CreditEntryFilter, page: PageRequest): Promise<CreditEntryRecord[]>;
  /** Whether a dataset has failed by `now` whose credits were not given back yet. */
  hasRefundsDue(organizationId: string, now: Moment): Promise<boolean>;
}

/** Writes of credits by the API. */
export interface CreditWriter {
  /**
   * Adds an entry, and its amount to the balance. Does neither if too few credits would be left, or if the organization
   * no longer exists. Use `recordEntry` for entries that take credits.
   *
   * @returns the new balance, which no other transaction changes until this one ends; undefined if nothing was done
   */
  addCreditEntry(entry: CreditEntryRecord): Promise<CreditBalance | undefined>;
  /** Gives back the credits of the datasets that have failed by `now`, each once and with an entry. */
  settleFailures(organizationId: string, now: Moment, newId: NewEntryId): Promise<void>;
}

/** A dataset whose credits are given back because it failed. */
export interface FailedDataset {
  readonly id: string;
  readonly organizationId: string;
  readonly numSamples: number;
  readonly finishedAt: Moment | null;
}

/** The entry of an automatic refund. Its time is that of the dataset's failure. */
export function refundOf(dataset: FailedDataset, newId: NewEntryId): CreditEntryRecord {
  const { id: datasetId, organizationId, numSamples: amount, finishedAt } = dataset;
  const createdAt = finishedAt ?? 0;
  const nobody = { reason: null, actorApiKeyId: null, actorAccountId: null };
  const id = newId(createdAt);
  return { id, organizationId, kind: "refund", amount, createdAt, datasetId, ...nobody };
}

/** The entry of an organization's first credits. */
export function firstEntryOf(
  { id: organizationId, createdAt }: { readonly id: string; readonly createdAt: Moment },
  grant: FirstGrant,
): CreditEntryRecord {
  const nobody = { datasetId: null, actorApiKeyId: null, actorAccountId: null };
  return { ...grant, organizationId, kind: "grant", createdAt, ...nobody };
}
