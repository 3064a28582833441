import { hash } from "node:crypto";
import { type HttpRequest, StoreUnavailableError } from "@sinkove/api";
import { type AuthDatabase, momentOf } from "./auth-schema.ts";
import { readSessionToken, sessionCookieName } from "./session-cookie.ts";

/** A person in a browser, as the API sees them. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** The token, which only the browser and the current request have. It is never stored or logged. */
  readonly secret: string;
}

/** Options of {@link createFindSession}. */
export interface FindSessionOptions {
  readonly database: AuthDatabase;
  /** Signs cookies. */
  readonly secret: string;
  readonly publicUrl: string | undefined;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The parts of a request that identify its session. Without the URL, the scheme is unknown. */
export type SessionRequest = Pick<HttpRequest, "headers"> & { readonly url?: string };

/** Finds the session of a request: undefined without a session cookie, `"ended"` if the cookie is not valid. */
export type FindSession = (request: SessionRequest) => Promise<Session | "ended" | undefined>;

/** The precision of a session's last use, in milliseconds. */
const SEEN_EVERY = 10 * 60 * 1000;

/**
 * Looks sessions up in the database on each request, so that every server refuses an ended session at once. This does
 * not load better-auth. If the database is unavailable, it throws a {@link StoreUnavailableError}, which the API turns
 * into a 503.
 */
export function createFindSession(options: FindSessionOptions): FindSession {
  const find = createFind(options);
  return (request) =>
    find(request).catch((error: unknown) => {
      if (!options.database.isUnavailable(error)) throw error;
      throw new StoreUnavailableError("Sessions cannot be looked up now.", { cause: error });
    });
}

function createFind({ database, secret, clock, publicUrl }: FindSessionOptions): FindSession {
  return async ({ headers, url }) => {
    const cookies = headers.get("cookie");
    if (cookies === null) return undefined;
    const name = cookieNameFor(cookies, isSecure({ url, publicUrl }));
    const token = readSessionToken(cookies, { name, secret });
    if (token === undefined) return undefined;
    if (token === "forged") return "ended";
    const now = clock();
    const row = await findRow(database, token);
    if (!row || momentOf(row.expiresAt) <= now) return "ended";
    if (now - momentOf(row.updatedAt) >= SEEN_EVERY) await markSeen(database, row.id, now);
    return { id: row.id, accountId: row.userId, secret: hash("sha256", `session ${token}`) };
  };
}

/** Whether a request came by https; undefined if that is unknown. */
export function isSecure({
  url,
  publicUrl,
}: {
  readonly url: string | undefined;
  readonly publicUrl: string | undefined;
}): boolean | undefined {
  return (publicUrl ?? url)?.startsWith("https:");
}

function cookieNameFor(cookies: string, isHttps: boolean | undefined): string {
  if (isHttps !== undefined) return sessionCookieName(isHttps);
  return sessionCookieName(cookies.includes(`${sessionCookieName(true)}=`));
}

/** The session with its user. A session has ended if it has no user, or if it began while its account was suspended. */
async function findRow({ kysely }: AuthDatabase, token: string) {
  return kysely
    .selectFrom("auth_session")
    .innerJoin("auth_user", "auth_user.id", "auth_session.userId")
    .select([
      "auth_session.id",
      "auth_session.userId",
      "auth_session.expiresAt",
      "auth_session.updatedAt",
    ])
    .where("auth_session.token", "=", token)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("accounts")
            .select("accounts.id")
            .whereRef("accounts.id", "=", "auth_session.userId")
            .where("accounts.suspendedAt", "is not", null),
        ),
      ),
    )
    .executeTakeFirst();
}

async function markSeen({ kysely }: AuthDatabase, id: string, now: number): Promise<void> {
  await kysely
    .updateTable("auth_session")
    .set({ updatedAt: new Date(now).toISOString() })
    .where("id", "=", id)
    .execute();
}
