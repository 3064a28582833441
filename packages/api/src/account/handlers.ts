import type { Me } from "@sinkove/contract";
import { presentApiKey } from "../api-keys/presentation.ts";
import { requireAnotherOwner } from "../members/owners.ts";
import { toTimestampOrNull } from "../moment.ts";
import type { Handlers } from "../operation.ts";
import { lockOrganization } from "../organizations/lock.ts";
import { presentOwn } from "../organizations/presentation.ts";
import type { AccountRecord } from "../store/records.ts";
import { deleteAccount } from "./deletion.ts";

/** Handlers of the tag "Account". */
export const accountHandlers: Pick<Handlers, "getMe" | "deleteMe" | "deleteMembership"> = {
  async getMe({ principal, store, now }) {
    const { account, apiKey, organizationIds } = principal;
    const organizations = await store.listOrganizations(organizationIds, now);
    const body: Me = {
      account: presentAccount(account),
      apiKey: apiKey && presentApiKey(apiKey, account.rateLimit, now),
      organizations: presentOwn(organizations, principal),
    };
    return { status: 200, body };
  },

  async deleteMe(context) {
    const { principal, services } = context;
    const { id } = principal.account;
    await deleteAccount(context);
    const afterCommit = async () => services.people?.accountDeleted(id);
    return { status: 204, body: undefined, afterCommit };
  },

  async deleteMembership({ principal, store, parameters }) {
    const { organizationId } = parameters;
    const accountId = principal.account.id;
    await lockOrganization(store, organizationId);
    requireAnotherOwner(await store.listMembers(organizationId), accountId);
    await store.deleteMembership({ accountId, organizationId });
    return { status: 204, body: undefined };
  },
};

function presentAccount(account: AccountRecord): Me["account"] {
  const { id, name, email, emailVerified, createdAt, rateLimit } = account;
  return { id, name, email, emailVerified, createdAt: toTimestampOrNull(createdAt), rateLimit };
}
