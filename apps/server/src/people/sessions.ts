import { type AuthDatabase, momentOf } from "./auth-schema.ts";

/** A session, as its person sees it: never with its token. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly isCurrent: boolean;
}

/** The session of the request. */
interface Asking {
  readonly id: string;
  readonly accountId: string;
}

/** The person's sessions that have not expired, the last used first. */
export async function listSessions(
  { kysely }: AuthDatabase,
  { id, accountId }: Asking,
  now: number,
): Promise<ListedSession[]> {
  const rows = await kysely
    .selectFrom("auth_session")
    .select(["id", "createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent"])
    .where("userId", "=", accountId)
    .where("expiresAt", ">", new Date(now).toISOString())
    .orderBy("updatedAt", "desc")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    createdAt: timestamp(momentOf(row.createdAt)),
    lastSeenAt: timestamp(momentOf(row.updatedAt)),
    expiresAt: timestamp(momentOf(row.expiresAt)),
    address: row.ipAddress || null,
    userAgent: row.userAgent || null,
    isCurrent: row.id === id,
  }));
}

/** Ends one of the person's sessions. @returns whether the session existed */
export async function endSession(
  { kysely }: AuthDatabase,
  { id, accountId }: Asking,
): Promise<boolean> {
  const { numDeletedRows } = await kysely
    .deleteFrom("auth_session")
    .where("id", "=", id)
    .where("userId", "=", accountId)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

/** Ends all sessions of the person except that of the request. */
export async function endOtherSessions(
  { kysely }: AuthDatabase,
  { id, accountId }: Asking,
): Promise<void> {
  await kysely
    .deleteFrom("auth_session")
    .where("userId", "=", accountId)
    .where("id", "!=", id)
    .execute();
}

/** Ends all sessions of a person. */
export async function endSessionsOf({ kysely }: AuthDatabase, accountId: string): Promise<void> {
  await kysely.deleteFrom("auth_session").where("userId", "=", accountId).execute();
}

/** Deletes expired sessions: unused ones are not found in any other way. */
export async function deleteExpiredSessions({ kysely }: AuthDatabase, now: number): Promise<void> {
  const moment = new Date(now).toISOString();
  await kysely.deleteFrom("auth_session").where("expiresAt", "<=", moment).execute();
}

function timestamp(moment: number): string {
  return new Date(moment).toISOString();
}
