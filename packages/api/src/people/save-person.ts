import type { Moment } from "../store/records.ts";
import type { Store, StoreWriter } from "../store/store.ts";

/** A person as the host knows them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Whether the person has confirmed the email address. */
  readonly emailVerified: boolean;
  readonly now: Moment;
}

const RATE_LIMIT = { limit: 100, windowSeconds: 60 };
const ACTIVE = { deletedAt: null, suspendedAt: null };

/**
 * Makes the account of a person, without organizations, or updates its name and email address. Calling it again
 * changes nothing. A deleted account stays as it is.
 *
 * The host decides who owns an address: another account that still has it loses it.
 */
export async function savePerson(store: Store, person: Person): Promise<void> {
  const { id: accountId } = person;
  await store.write({ accountId, changesKeys: true }, (writer) => save(writer, person));
}

async function save(writer: StoreWriter, { now, ...person }: Person): Promise<void> {
  const { id, name, email, emailVerified } = person;
  const found = await writer.findAccountCredentials(id);
  if (found && found.account.deletedAt !== null) return;
  const holder = await writer.findAccountByEmail(email);
  if (holder && holder.id !== id) {
    await writer.updateAccount(holder.id, { email: null, emailVerified: false });
  }
  if (found) return writer.updateAccount(id, { name, email, emailVerified });
  const account = { id, name, email, emailVerified, createdAt: now };
  await writer.insertAccount({ ...account, ...ACTIVE, rateLimit: RATE_LIMIT });
}
