import type { RateLimit } from "@sinkove/contract";
import type { Store } from "../store/store.ts";

/**
 * Changes how many requests the keys of an account may make together, as an operator does. The change applies from the
 * next request on.
 *
 * @returns false if there is no such account, or if it was deleted
 */
export async function changeAccountLimit(
  store: Store,
  accountId: string,
  rateLimit: RateLimit,
): Promise<boolean> {
  return store.write({ accountId, changesKeys: true }, async (writer) => {
    const found = await writer.findAccountCredentials(accountId);
    if (!found || found.account.deletedAt !== null) return false;
    await writer.updateAccount(accountId, { rateLimit });
    return true;
  });
}
