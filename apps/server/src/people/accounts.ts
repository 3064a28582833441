import { type Store, savePerson } from "@sinkove/api";

/** A person in the API's account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** The API's accounts, as far as signing in needs them. */
export interface Accounts {
  /**
   * Creates or updates the person's account.
   *
   * @returns false if the account was deleted: its person must not sign in any more
   */
  save(person: Person): Promise<boolean>;
}

/** The accounts in the API's store. */
export function storedAccounts(store: Store, clock: () => number): Accounts {
  return {
    async save({ id, name, email, emailVerified }) {
      await savePerson(store, { id, name, email, emailVerified, now: clock() });
      const found = await store.findAccountCredentials(id);
      return found?.account.deletedAt === null;
    },
  };
}
