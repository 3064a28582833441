import { type Store, savePerson } from "@sinkove/api";

/** A person as the API's account has it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** The person of a suspended account may sign in again once it is restored; that of a deleted one never. */
export type AccountState = "active" | "suspended" | "deleted";

/** The accounts of the API, as signing in needs them. */
export interface Accounts {
  /** Creates the person's account, or updates it. @returns whether its person may sign in */
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
