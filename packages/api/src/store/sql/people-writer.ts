import type { Kysely } from "kysely";
import { addressKey } from "../../people/address.ts";
import type { OrganizationRecord } from "../records.ts";
import type { StoreWriter } from "../store.ts";
import { toAccount, toInvitation } from "./people-reader.ts";
import { type Schema, toRecord, toRow } from "./schema.ts";

type AccountWriter = Pick<StoreWriter, "insertAccount" | "updateAccount" | "findAccountByEmail">;

/** Writes accounts. */
export function sqlAccountWriter(transaction: Kysely<Schema>): AccountWriter {
  return {
    async insertAccount(account) {
      const values = { ...toRow(account), addressKey: keyOf(account.email) };
      await transaction.insertInto("accounts").values(values).execute();
    },
    async updateAccount(id, changes) {
      const { email } = changes;
      const key = email === undefined ? {} : { addressKey: keyOf(email) };
      const values = { ...toRow(changes), ...key };
      await transaction.updateTable("accounts").set(values).where("id", "=", id).execute();
    },
    async findAccountByEmail(email) {
      const query = transaction.selectFrom("accounts").selectAll();
      const row = await query.where("addressKey", "=", addressKey(email)).executeTakeFirst();
      return row && toAccount(row);
    },
  };
}

function keyOf(email: string | null): string | null {
  return email === null ? null : addressKey(email);
}

type OrganizationWriter = Pick<
  StoreWriter,
  | "lockOrganization"
  | "updateOrganization"
  | "deleteOrganization"
  | "countDatasets"
  | "insertMembership"
  | "updateMembership"
  | "deleteMembership"
>;

/** Tables whose rows are deleted with an organization. Deliveries of webhooks are deleted with their endpoints. */
const ORGANIZATION_TABLES = [
  "memberships",
  "invitations",
  "models",
  "webhookEvents",
  "webhookEndpoints",
] as const;

/**
 * Writes organizations and their members.
 *
 * @param locksRows - whether transactions run concurrently
 */
export function sqlOrganizationWriter(
  transaction: Kysely<Schema>,
  locksRows: boolean,
): OrganizationWriter {
  return {
    async lockOrganization(id) {
      const query = transaction.selectFrom("organizations").selectAll().where("id", "=", id);
      const row = await query.$if(locksRows, (all) => all.forUpdate()).executeTakeFirst();
      return row && toRecord<OrganizationRecord>(row);
    },
    async updateOrganization(id, changes) {
      if (Object.keys(changes).length === 0) return;
      const update = transaction.updateTable("organizations").set(toRow(changes));
      await update.where("id", "=", id).execute();
    },
    async deleteOrganization(id) {
      for (const table of ORGANIZATION_TABLES) {
        await transaction.deleteFrom(table).where("organizationId", "=", id).execute();
      }
      await transaction.deleteFrom("organizations").where("id", "=", id).execute();
    },
    async countDatasets(organizationId) {
      const { count } = await transaction
        .selectFrom("datasets")
        .select((is) => is.fn.countAll<number>().as("count"))
        .where("organizationId", "=", organizationId)
        .executeTakeFirstOrThrow();
      return count;
    },
    async insertMembership(membership) {
      await transaction.insertInto("memberships").values(membership).execute();
    },
    async updateMembership({ accountId, organizationId }, role) {
      const update = transaction.updateTable("memberships").set({ role });
      const ofAccount = update.where("accountId", "=", accountId);
      await ofAccount.where("organizationId", "=", organizationId).execute();
    },
    async deleteMembership({ accountId, organizationId }) {
      const ofAccount = transaction.deleteFrom("memberships").where("accountId", "=", accountId);
      await ofAccount.where("organizationId", "=", organizationId).execute();
    },
  };
}

type InvitationWriter = Pick<
  StoreWriter,
  "insertInvitation" | "findInvitationByHash" | "deleteInvitation" | "deleteInvitationsTo"
>;

/** Writes invitations. */
export function sqlInvitationWriter(transaction: Kysely<Schema>): InvitationWriter {
  return {
    async insertInvitation(invitation) {
      const values = { ...invitation, addressKey: addressKey(invitation.email) };
      await transaction.insertInto("invitations").values(values).execute();
    },
    async findInvitationByHash(hash) {
      const query = transaction.selectFrom("invitations").selectAll().where("hash", "=", hash);
      const row = await query.executeTakeFirst();
      return row && toInvitation(row);
    },
    async deleteInvitation(organizationId, id) {
      const deletion = transaction.deleteFrom("invitations").where("id", "=", id);
      const here = deletion.where("organizationId", "=", organizationId);
      return (await here.returning("id").execute()).length > 0;
    },
    async deleteInvitationsTo(organizationId, email) {
      const here = transaction
        .deleteFrom("invitations")
        .where("organizationId", "=", organizationId);
      await here.where("addressKey", "=", addressKey(email)).execute();
    },
  };
}
