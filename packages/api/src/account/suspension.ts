import type { Moment } from "../store/records.ts";
import type { Store } from "../store/store.ts";

/**
 * Suspends an account, as an operator does: all of its keys, its sessions and the download URLs that they made are
 * refused from when the promise resolves, until it is restored. Nothing is deleted, and its keys keep their own status.
 *
 * @returns false if there is no such account, or if it was deleted
 */
export function suspendAccount(store: Store, accountId: string, now: Moment): Promise<boolean> {
  return setSuspension(store, accountId, now);
}

/** Ends a suspension. @returns false if there is no such account, or if it was deleted */
export function restoreAccount(store: Store, accountId: string): Promise<boolean> {
  return setSuspension(store, accountId, null);
}

async function setSuspension(
  store: Store,
  accountId: string,
  suspendedAt: Moment | null,
): Promise<boolean> {
  // The suspension waits for running writes of the account. Later writes see it.
  const scope = { accountId, changesKeys: true, changesAccessOf: [accountId] };
  return store.write(scope, async (writer) => {
    const found = await writer.findAccountCredentials(accountId);
    if (!found || found.account.deletedAt !== null) return false;
    // If the account is already suspended, the time of the first suspension stays.
    if (suspendedAt !== null && found.account.suspendedAt !== null) return true;
    await writer.updateAccount(accountId, { suspendedAt });
    return true;
  });
}
