import type { AuthDatabase } from "./auth-schema.ts";

/** Checks whether an email address has an open invitation to any organization. */
export type IsInvited = (email: string) => Promise<boolean>;

/** Looks for invitations in the API's own table, which is in the same database. */
export function createIsInvited({ kysely }: AuthDatabase, clock: () => number): IsInvited {
  return async (email) => {
    const row = await kysely
      .selectFrom("invitations")
      .select("id")
      .where("addressKey", "=", email.toLowerCase())
      .where("expiresAt", ">", clock())
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  };
}
