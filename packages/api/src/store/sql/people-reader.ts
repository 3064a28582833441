import type { MemberRole } from "@sinkove/contract";
import type { Kysely } from "kysely";
import type { AccountRecord, InvitationRecord } from "../records.ts";
import type { Membership, StoreReader } from "../store.ts";
import type { CompiledQueries } from "./compiled-queries.ts";
import { accountCredentials, type Reached } from "./queries.ts";
import { type Row, type Schema, toRecord } from "./schema.ts";

type PeopleReader = Pick<StoreReader, "findAccountCredentials" | "listMembers" | "listInvitations">;

/** Reads accounts, members and invitations. */
export function sqlPeopleReader(database: Kysely<Schema>, compiled: CompiledQueries): PeopleReader {
  return {
    async findAccountCredentials(id) {
      const [row] = await compiled.run(database, accountCredentials, { id });
      if (!row) return undefined;
      const { reached, ...account } = row;
      return { account: toAccount(account), memberships: toMemberships(reached) };
    },
    async listMembers(organizationId) {
      const rows = await database
        .selectFrom("memberships")
        .innerJoin("accounts", "accounts.id", "memberships.accountId")
        .selectAll("memberships")
        .select(["accounts.name", "accounts.email"])
        .where("organizationId", "=", organizationId)
        .orderBy((is) => is.fn.coalesce("joinedAt", is.lit(0)), "desc")
        .orderBy("accountId", "desc")
        .execute();
      return rows;
    },
    async listInvitations(organizationId, now) {
      const rows = await database
        .selectFrom("invitations")
        .selectAll()
        .where("organizationId", "=", organizationId)
        .where("expiresAt", ">", now)
        .orderBy("createdAt", "desc")
        .orderBy("id", "desc")
        .execute();
      return rows.map(toInvitation);
    },
  };
}

/** An account without the column that only the database compares. */
export function toAccount(row: Row<AccountRecord> & { addressKey?: string | null }): AccountRecord {
  const { addressKey: _, ...account } = row;
  return toRecord<AccountRecord>(account);
}

/** An invitation without the column that only the database compares. */
export function toInvitation({ addressKey: _, ...row }: Schema["invitations"]): InvitationRecord {
  return row;
}

/** The memberships that {@link Reached} stands for. */
export function toMemberships(reached: Reached): Membership[] {
  if (reached === null) return [];
  return reached.split(",").map((each) => {
    const end = each.indexOf(" ");
    // The cast is safe because only roles are written to the database.
    return { organizationId: each.slice(end + 1), role: each.slice(0, end) as MemberRole };
  });
}
