import type { BetterAuthOptions } from "better-auth";
import type { Accounts, Person } from "./accounts.ts";
import type { Attempts } from "./attempts.ts";
import { type AuthDatabase, storedBoolean } from "./auth-schema.ts";
import { ACCOUNT_SUSPENDED } from "./error-texts.ts";
import { letIn } from "./guesses.ts";
import { existingAccountMail, passwordResetMail, verificationMail } from "./mail/letters.ts";
import type { Mailer } from "./mail/mailer.ts";
import { currentRequest } from "./request-scope.ts";

/** The functions that better-auth calls. */
export interface AuthHooks {
  readonly sendResetPassword: (mail: {
    readonly user: { readonly email: string };
    readonly token: string;
  }) => Promise<void>;
  readonly sendVerificationEmail: (mail: {
    readonly user: { readonly email: string };
    readonly token: string;
  }) => Promise<void>;
  readonly onPasswordReset: (reset: { readonly user: { readonly id: string } }) => Promise<void>;
  readonly onExistingUserSignUp: (found: {
    readonly user: { readonly email: string };
  }) => Promise<void>;
  readonly database: NonNullable<BetterAuthOptions["databaseHooks"]>;
}

/** Options of {@link createHooks}. */
export interface HooksOptions {
  readonly database: AuthDatabase;
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly mailer: Mailer;
  /** Whether a new person may sign in with an identity provider. */
  readonly maySignUp: (email: string) => Promise<boolean>;
  /** Deletes the person of a deleted account. */
  readonly forget: (accountId: string) => Promise<void>;
}

/**
 * Keeps the API's account in step with better-auth's user, and sends its mails.
 *
 * Mails are sent in the background, so that neither time nor errors tell whether an address has an account.
 */
export function createHooks(options: HooksOptions): AuthHooks {
  const { mailer } = options;
  return {
    async sendResetPassword({ user, token }) {
      mailer.send(passwordResetMail({ ...placeOf(user), token }));
    },
    async sendVerificationEmail({ user, token }) {
      mailer.send(verificationMail({ ...placeOf(user), token }));
    },
    async onExistingUserSignUp({ user }) {
      mailer.send(existingAccountMail(placeOf(user)));
    },
    onPasswordReset: ({ user }) => afterPasswordReset(options, user.id),
    database: databaseHooks(options),
  };
}

function placeOf({ email }: { readonly email: string }) {
  return { to: email, origin: currentRequest().origin };
}

function databaseHooks(options: HooksOptions): AuthHooks["database"] {
  const { accounts, maySignUp } = options;
  const save = async (user: Person): Promise<void> => void (await accounts.save(personOf(user)));
  return {
    user: {
      create: {
        // A sign-up by email has already been checked for an invitation.
        before: async ({ email }) =>
          !currentRequest().isProviderCallback || (await maySignUp(email)) ? undefined : false,
        after: save,
      },
      update: { after: save },
    },
    session: { create: { before: ({ userId }) => beforeSignIn(options, userId) } },
  };
}

/**
 * Repairs a user without an account, as a crash between the two writes leaves it. A user whose account was deleted does
 * not come back that way.
 */
async function beforeSignIn(options: HooksOptions, userId: string): Promise<false | undefined> {
  const user = await findUser(options.database, userId);
  if (!user) return false;
  const state = await options.accounts.save(personOf(user));
  if (state === "active") return undefined;
  // This person has shown the password or another credential, so the response may say it.
  if (state === "suspended") {
    // Loaded here, because a start and the commands do without better-auth.
    const { APIError } = await import("better-auth/api");
    throw new APIError("FORBIDDEN", { code: ACCOUNT_SUSPENDED });
  }
  await options.forget(userId);
  return false;
}

/**
 * The token came by mail, so the address belongs to the person. If nobody has proven that before, other credentials of
 * the account may belong to somebody else. Tokens that were sent before become invalid.
 */
async function afterPasswordReset(options: HooksOptions, id: string): Promise<void> {
  const { database, accounts, attempts } = options;
  const { kysely } = database;
  await kysely.deleteFrom("auth_verification").where("value", "=", id).execute();
  const user = await findUser(database, id);
  if (user) await letIn(attempts, { email: user.email, network: currentRequest().network });
  const claimed = await kysely
    .updateTable("auth_user")
    .set({
      emailVerified: storedBoolean(database, true),
      twoFactorEnabled: storedBoolean(database, false),
    })
    .where("id", "=", id)
    .where("emailVerified", "=", storedBoolean(database, false))
    .returningAll()
    .executeTakeFirst();
  if (!claimed) return;
  await kysely
    .deleteFrom("auth_account")
    .where("userId", "=", id)
    .where("providerId", "!=", "credential")
    .execute();
  await kysely.deleteFrom("auth_two_factor").where("userId", "=", id).execute();
  await accounts.save(personOf(claimed));
}

function findUser({ kysely }: AuthDatabase, id: string) {
  return kysely.selectFrom("auth_user").selectAll().where("id", "=", id).executeTakeFirst();
}

function personOf({
  id,
  name,
  email,
  emailVerified,
}: Omit<Person, "emailVerified"> & { readonly emailVerified: boolean | number }): Person {
  return { id, name, email, emailVerified: Boolean(emailVerified) };
}
