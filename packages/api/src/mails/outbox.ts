import { type Random, uuidV7 } from "../random.ts";
import type { AccountRecord, Moment } from "../store/records.ts";
import type { StoreReader, StoreWriter } from "../store/store.ts";
import type { Notice } from "./notice.ts";

/** Who gets a notice. */
interface Audience {
  /** One person; null for none. */
  readonly account: Pick<AccountRecord, "id" | "email"> | null;
  /** The organizations whose owners get it too. */
  readonly organizationIds: readonly string[];
}

/**
 * Adds a mail for each person to the outbox, in the transaction of the change that it reports. A person without an
 * email address gets none.
 */
export async function insertMails(
  store: StoreWriter,
  notice: Notice,
  { now, random, ...audience }: Audience & { readonly now: Moment; readonly random: Random },
): Promise<void> {
  const recipients = await recipientsOf(store, audience);
  const mails = recipients.map((accountId) => ({
    id: uuidV7(now, random),
    accountId,
    notice,
    failures: 0,
    nextAttemptAt: now,
    leaseToken: null,
    leaseExpiresAt: null,
    createdAt: now,
  }));
  await store.insertMails(mails);
}

/** The accounts, each once. */
async function recipientsOf(
  store: StoreReader,
  { account, organizationIds }: Audience,
): Promise<readonly string[]> {
  const ids = new Set<string>();
  if (account && account.email !== null) ids.add(account.id);
  for (const id of organizationIds) {
    for (const { accountId, role, email } of await store.listMembers(id)) {
      if (role === "owner" && email !== null) ids.add(accountId);
    }
  }
  return [...ids];
}
