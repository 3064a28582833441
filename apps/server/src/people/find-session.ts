import { hash } from "node:crypto";
import { type HttpRequest, StoreUnavailableError } from "@sinkove/api";
import { type AuthDatabase, momentOf } from "./auth-schema.ts";
import { readSessionToken, sessionCookieName } from "./session-cookie.ts";

/** A person in a browser, as the API knows it. */
export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** Known to the browser and, for the length of a request, to the server. Never stored or logged. */
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

/** What of a request tells its session. Without the URL, the request may have come by http or https. */
export type SessionRequest = Pick<HttpRequest, "headers"> & { readonly url?: string };

/** Finds the session of a request: undefined if it has no session cookie, `"ended"` if the cookie is not valid. */
export type FindSession = (request: SessionRequest) => Promise<Session | "ended" | undefined>;

/** How precisely a session's list entry says when it was last seen, in milliseconds. */
const SEEN_EVERY = 10 * 60 * 1000;

/**
 * Looks sessions up in the database on each request, so that one that was ended is refused from then on, on every
 * server. better-auth is not needed for it, and not loaded. If the database is away, it throws a
 * {@link StoreUnavailableError}, which the API answers with a 503.
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

/** Whether a request came by https, as far as it is known; undefined if it is not. */
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

/** With its user: a session without one is over, and so is one that began while its account was suspended. */
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
