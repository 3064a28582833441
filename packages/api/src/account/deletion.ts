import { revoke } from "../api-keys/revocation.ts";
import { requireAnotherOwner } from "../members/owners.ts";
import type { Context } from "../operation.ts";
import { lockOrganization } from "../organizations/lock.ts";

/**
 * Deletes the account of the person who is signed in. Its row stays, without name and address,
 * because datasets and events refer to it.
 *
 * @throws ApiError LAST_OWNER
 */
export async function deleteAccount(context: Context<"deleteMe">): Promise<void> {
  const { store, principal, now } = context;
  const accountId = principal.account.id;
  await leaveAll(context);
  for (const apiKey of await store.listUnrevokedApiKeys(accountId)) await revoke(context, apiKey);
  await store.deleteAnswers(accountId);
  const erased = { name: "Deleted account", email: null, emailVerified: false };
  await store.updateAccount(accountId, { ...erased, deletedAt: now });
}

async function leaveAll({ store, principal }: Context<"deleteMe">): Promise<void> {
  const accountId = principal.account.id;
  const ids = principal.memberships.map(({ organizationId }) => organizationId);
  // In the same order, so that concurrent deletions do not deadlock.
  for (const organizationId of ids.sort()) {
    await lockOrganization(store, organizationId);
    requireAnotherOwner(await store.listMembers(organizationId), accountId);
    await store.deleteMembership({ accountId, organizationId });
  }
}
