import type { Random } from "../random.ts";
import type { CreditEntryRecord } from "../store/credits.ts";
import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { createEntry } from "./entries.ts";
import { recordEntry } from "./low.ts";

/** The most credits that can be given or taken at a time. */
export const MOST_CREDITS = 1_000_000_000;

/** Options of {@link giveCredits}. */
export interface CreditGift {
  readonly organizationId: string;
  /** A whole number from -1,000,000,000 to 1,000,000,000, and not 0. A negative one takes credits. */
  readonly amount: number;
  /** Why, for those who read the entry. */
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly now: Moment;
  /** Default: `crypto.getRandomValues`. */
  readonly random?: Random;
}

/** Why no credits were given. */
export type GiftRefusal = "not found" | "too few credits";

/**
 * Gives credits to an organization, or takes some, as an operator does. The entry is stored together with the balance.
 *
 * @returns the entry, or why there is none
 * @throws RangeError if the amount is not allowed
 */
export async function giveCredits(
  store: Store,
  { organizationId, amount, reason, now, ...options }: CreditGift,
): Promise<CreditEntryRecord | GiftRefusal> {
  if (!Number.isInteger(amount) || amount === 0 || Math.abs(amount) > MOST_CREDITS)
    throw new RangeError(`The amount must be a whole number from 1 to ${MOST_CREDITS}.`);
  const random: Random = options.random ?? ((bytes) => crypto.getRandomValues(bytes));
  const entry = createEntry({ organizationId, kind: "grant", amount, reason }, { now, random });
  // An operator has no account. The lock of an account that does not exist blocks no other write.
  return store.write({ accountId: "operator" }, async (writer) => {
    if (await recordEntry(writer, entry, { now, random })) return entry;
    const [organization] = await writer.listOrganizations([organizationId], now);
    return organization ? "too few credits" : "not found";
  });
}
