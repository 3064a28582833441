import { createHmac } from "node:crypto";
import type { HttpRequest } from "@sinkove/api";
import type { DatabaseLocation } from "../configuration.ts";
import type { Log } from "../log.ts";
import { messageOf } from "../start-error.ts";
import type { Accounts } from "./accounts.ts";
import { createAttempts } from "./attempts.ts";
import { openAuthDatabase } from "./auth-database.ts";
import { createAuthHandler } from "./auth-handler.ts";
import type { AuthDatabase } from "./auth-schema.ts";
import { migrateBetterAuth } from "./better-auth.ts";
import { createEngines } from "./engines.ts";
import { createFindSession, type FindSession } from "./find-session.ts";
import { forgetPerson } from "./forget.ts";
import { createHooks } from "./hooks.ts";
import { createIsInvited } from "./invitations.ts";
import { type InvitationLetter, invitationMail } from "./mail/letters.ts";
import type { Mailer } from "./mail/mailer.ts";
import { migrateAuth } from "./migrate.ts";
import type { OidcProvider } from "./oidc.ts";
import { type Passwords, scryptPasswords } from "./passwords.ts";
import type { AuthResponse } from "./reply.ts";
import { deleteExpiredSessions } from "./sessions.ts";
import { makeWelcomeToken } from "./welcome.ts";

/** Options of {@link createAuth}. */
export interface AuthOptions {
  readonly location: DatabaseLocation;
  /** The server's secret, from which the cookie signing key is derived. */
  readonly secret: string;
  /** The origin that people use. Default: that of each request. */
  readonly publicUrl: string | undefined;
  readonly signUp: "open" | "invited";
  readonly providers: readonly OidcProvider[];
  readonly accounts: Accounts;
  readonly mailer: Mailer;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Default: scrypt. */
  readonly passwords?: Passwords;
}

/** Signing in. */
export interface Auth {
  /** Handles everything under `/auth`. It never rejects. */
  readonly handle: (request: HttpRequest) => Promise<AuthResponse>;
  readonly findSession: FindSession;
  /** Deletes the user, sessions and credentials of a deleted account. */
  readonly forget: (accountId: string) => Promise<void>;
  /** Mails an invitation, in the background. */
  readonly sendInvitation: (letter: InvitationLetter) => void;
  /** Sends any other mail, once. */
  readonly deliverMail: Mailer["deliver"];
  /** Creates the token of a new link for the first account; undefined if the account already has a person. */
  readonly makeWelcomeToken: () => Promise<string | undefined>;
  /** Waits for pending mails, and closes the database. */
  readonly close: () => Promise<void>;
}

/**
 * Sets up signing in, in the API's database. better-auth is only loaded to create the tables, and with the first
 * request that needs it.
 *
 * @throws Error if the database cannot be used
 */
export async function createAuth(options: AuthOptions): Promise<Auth> {
  const { location, mailer, clock } = options;
  await migrateAuth(location, (database) => migrateBetterAuth({ database }));
  const database = await openAuthDatabase(location);
  await deleteExpiredSessions(database, clock()).catch((error: unknown) => {
    // A full disk must not keep a server from starting.
    options.log.warn("expired sessions are not deleted yet", { error: messageOf(error) });
  });
  const { handle, findSession } = partsOf(options, database);
  return {
    handle,
    findSession,
    forget: (accountId) => forgetPerson(database, accountId),
    sendInvitation: (letter) => mailer.send(invitationMail(letter)),
    deliverMail: (mail) => mailer.deliver(mail),
    makeWelcomeToken: () => makeWelcomeToken(database),
    async close() {
      await mailer.finish();
      await database.close();
    },
  };
}

function partsOf(options: AuthOptions, database: AuthDatabase) {
  const { accounts, clock, mailer, publicUrl, signUp, passwords = scryptPasswords } = options;
  const secret = createHmac("sha256", options.secret).update("sinkove sign-in").digest("hex");
  const isInvited = createIsInvited(database, clock);
  const attempts = createAttempts(database, clock);
  const hooks = createHooks({
    database,
    accounts,
    attempts,
    mailer,
    maySignUp: async (email) => signUp === "open" || isInvited(email),
    forget: (accountId) => forgetPerson(database, accountId),
  });
  const engineFor = createEngines({ database, secret, passwords, hooks, clock });
  const findSession = createFindSession({ database, secret, publicUrl, clock });
  const handle = createAuthHandler({
    ...options,
    database,
    passwords,
    findSession,
    isInvited,
    attempts,
    engineOf: ({ origin, isSecure }, providers = []) => engineFor({ origin, isSecure, providers }),
  });
  return { handle, findSession };
}
