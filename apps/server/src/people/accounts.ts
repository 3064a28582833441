import { type Store, savePerson } from "@sinkove/api";

/** A person in the API's account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** The person of a suspended account may sign in again when it is restored; the person of a deleted account never. */
export type AccountState = "active" | "suspended" | "deleted";

/** The API's accounts, as far as signing in needs them. */
export interface Accounts {
  /**
   * Creates or updates the person's account.
   *
   * @returns the account's state; the person may sign in only if it is active
   */
  save(person: Person): Promise<AccountState>;
}

/** The accounts in the API's store. */
export function storedAccounts(store: Store, clock: () => number): Accounts {
  return {
    async save({ id, name, email, emailVerified }) {
      await savePerson(store, { id, name, email, emailVerified, now: clock() });
      const found = await store.findAccountCredentials(id);
      if (found?.account.deletedAt !== null) return "deleted";
      return found.account.suspendedAt === null ? "active" : "suspended";
    },
  };
}
