import { addressKey } from "../people/address.ts";
import { newestFirst } from "./memory-order.ts";
import type { Tables } from "./memory-tables.ts";
import { deleteWebhooksOf } from "./memory-webhooks.ts";
import type { AccountRecord, MembershipRecord } from "./records.ts";
import type { AccountCredentials, MembershipKey, StoreReader, StoreWriter } from "./store.ts";

type PeopleReader = Pick<StoreReader, "findAccountCredentials" | "listMembers" | "listInvitations">;

/** Reads accounts, members and invitations out of maps. */
export function memoryPeopleReader(tables: Tables): PeopleReader {
  const { accounts, invitations, memberships } = tables;
  return {
    async findAccountCredentials(accountId) {
      const account = accounts.rows.get(accountId);
      return account && credentialsOf(tables, account);
    },
    async listMembers(organizationId) {
      const here = [...memberships.rows.values()].filter(isIn(organizationId));
      const members = here.flatMap((each) => {
        const { name, email } = accounts.rows.get(each.accountId) ?? {};
        return name === undefined || email === undefined ? [] : { ...each, name, email };
      });
      return members.sort((a, b) => newestFirst(positionOf(a), positionOf(b)));
    },
    async listInvitations(organizationId, now) {
      const here = [...invitations.rows.values()].filter(isIn(organizationId));
      return here.filter(({ expiresAt }) => expiresAt > now).sort(newestFirst);
    },
  };
}

/** An account with its memberships. */
export function credentialsOf({ memberships }: Tables, account: AccountRecord): AccountCredentials {
  const own: MembershipRecord[] = [];
  for (const each of memberships.rows.values()) if (each.accountId === account.id) own.push(each);
  return { account, memberships: own };
}

function positionOf({ joinedAt, accountId }: MembershipRecord) {
  return { createdAt: joinedAt ?? 0, id: accountId };
}

function isIn(id: string) {
  return ({ organizationId }: { readonly organizationId: string }): boolean =>
    organizationId === id;
}

type PeopleWriter = Pick<
  StoreWriter,
  | "insertAccount"
  | "updateAccount"
  | "findAccountByEmail"
  | "lockOrganization"
  | "updateOrganization"
  | "deleteOrganization"
  | "countDatasets"
  | "insertMembership"
  | "updateMembership"
  | "deleteMembership"
  | "insertInvitation"
  | "findInvitationByHash"
  | "deleteInvitation"
  | "deleteInvitationsTo"
>;

/** Writes accounts, organizations, members and invitations into maps. */
export function memoryPeopleWriter(tables: Tables): PeopleWriter {
  const { accounts, creditEntries, datasets, invitations, memberships, models, organizations } =
    tables;
  const findAccountByEmail: PeopleWriter["findAccountByEmail"] = async (email) => {
    const key = addressKey(email);
    return [...accounts.rows.values()].find(
      (each) => each.email !== null && addressKey(each.email) === key,
    );
  };
  const requireFreeAddress = async ({ id, email }: Pick<AccountRecord, "id" | "email">) => {
    const holder = email === null ? undefined : await findAccountByEmail(email);
    if (holder && holder.id !== id) throw new Error("Another account has this email address.");
  };
  return {
    async insertAccount(account) {
      await requireFreeAddress(account);
      accounts.set(account.id, account);
    },
    async updateAccount(id, changes) {
      const account = accounts.rows.get(id);
      if (!account) return;
      const changed = { ...account, ...changes };
      await requireFreeAddress(changed);
      accounts.set(id, changed);
    },
    findAccountByEmail,
    lockOrganization: async (id) => organizations.rows.get(id),
    async updateOrganization(id, changes) {
      const organization = organizations.rows.get(id);
      if (organization) organizations.set(id, { ...organization, ...changes });
    },
    async deleteOrganization(id) {
      for (const table of [memberships, invitations, models, creditEntries]) {
        for (const [rowId, row] of table.rows) if (row.organizationId === id) table.delete(rowId);
      }
      deleteWebhooksOf(tables, id);
      organizations.delete(id);
    },
    countDatasets: async (id) => [...datasets.rows.values()].filter(isIn(id)).length,
    insertMembership: async (membership) => memberships.set(keyOf(membership), membership),
    async updateMembership(key, role) {
      const membership = memberships.rows.get(keyOf(key));
      if (membership) memberships.set(keyOf(key), { ...membership, role });
    },
    async deleteMembership(key) {
      memberships.delete(keyOf(key));
    },
    insertInvitation: async (invitation) => invitations.set(invitation.id, invitation),
    async findInvitationByHash(hash) {
      return [...invitations.rows.values()].find((each) => each.hash === hash);
    },
    async deleteInvitation(organizationId, id) {
      const isThere = invitations.rows.get(id)?.organizationId === organizationId;
      if (isThere) invitations.delete(id);
      return isThere;
    },
    async deleteInvitationsTo(organizationId, email) {
      const key = addressKey(email);
      for (const [id, each] of invitations.rows) {
        const isHere = each.organizationId === organizationId;
        if (isHere && addressKey(each.email) === key) invitations.delete(id);
      }
    },
  };
}

function keyOf({ accountId, organizationId }: MembershipKey): string {
  return `${accountId} ${organizationId}`;
}
