import type { BetterAuthOptions } from "better-auth";
import type { AuthDatabase } from "./auth-schema.ts";
import type { AuthHooks } from "./hooks.ts";
import type { OidcProvider } from "./oidc.ts";
import { LONGEST_PASSWORD, type Passwords, SHORTEST_PASSWORD } from "./passwords.ts";
import { newId } from "./random-id.ts";
import { cookiePrefix, sessionCookieName } from "./session-cookie.ts";

/** The parts that an instance of better-auth needs. */
export interface EngineOptions {
  readonly database: AuthDatabase;
  /** Signs cookies and tokens, and encrypts TOTP secrets. */
  readonly secret: string;
  readonly passwords: Passwords;
  readonly hooks: AuthHooks;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** The requests that an instance handles. */
export interface EngineSite {
  /** The origin that people use. */
  readonly origin: string;
  readonly isSecure: boolean;
  /** Empty for requests without an identity provider, so that they do not wait for its discovery document. */
  readonly providers: readonly OidcProvider[];
}

/** Answers requests as better-auth does. */
export type Engine = (request: Request) => Promise<Response>;

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** The header with the client's address for better-auth. Clients cannot send it: only this code builds the requests. */
export const ADDRESS_HEADER = "x-sinkove-client-address";

/** Creates an instance of better-auth. The first call loads better-auth, which takes most of a second. */
export async function createEngine(options: EngineOptions, site: EngineSite): Promise<Engine> {
  const [{ betterAuth }, plugins] = await Promise.all([
    import("better-auth"),
    pluginsOf(site.providers),
  ]);
  return betterAuth({ ...optionsOf(options, site), plugins }).handler;
}

/** Creates or updates better-auth's tables. */
export async function migrateBetterAuth(options: Pick<EngineOptions, "database">): Promise<void> {
  const { getMigrations } = await import("better-auth/db/migration");
  const { runMigrations } = await getMigrations({
    ...tablesOf(options.database),
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: await pluginsOf([]),
  });
  await runMigrations();
}

async function pluginsOf(
  providers: readonly OidcProvider[],
): Promise<NonNullable<BetterAuthOptions["plugins"]>> {
  const { genericOAuth, twoFactor } = await import("better-auth/plugins");
  const second = twoFactor({ issuer: "Sinkove", twoFactorTable: "auth_two_factor" });
  if (providers.length === 0) return [second];
  const config = providers.map(({ id, name, discoveryUrl, clientId, clientSecret }) => ({
    providerId: id,
    name,
    discoveryUrl,
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    requireIdTokenVerification: true,
    // People must confirm an address that the provider has not verified.
    requireEmailVerification: true,
    mapProfileToUser: (profile: Record<string, unknown>) => profileOf(profile),
  }));
  return [second, genericOAuth({ config })];
}

/** Only ASCII: in Unicode, different letters can have the same lower case, and so lead to another person's address. */
function profileOf({ name, email }: Record<string, unknown>): { name: string; email?: string } {
  const address = typeof email === "string" && /^[!-~]{3,254}$/.test(email) ? email : undefined;
  const shown =
    typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 100) : address;
  // better-auth refuses to sign in without an address.
  return { name: shown ?? "", email: address ?? "" };
}

/** The tables are in the API's database, with their own names. */
function tablesOf({ kysely, type }: AuthDatabase) {
  return {
    // better-auth expects a Kysely without table types.
    database: { db: kysely as never, type, transaction: type === "postgres" },
    user: { modelName: "auth_user" },
    session: { modelName: "auth_session" },
    account: { modelName: "auth_account" },
    verification: { modelName: "auth_verification" },
  };
}

function optionsOf(
  { database, secret, passwords, hooks, clock }: EngineOptions,
  { origin, isSecure }: EngineSite,
): BetterAuthOptions {
  const tables = tablesOf(database);
  return {
    appName: "Sinkove",
    baseURL: origin,
    basePath: "/auth",
    secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    // Its messages contain addresses. Errors are thrown, and logged without them.
    logger: { disabled: true },
    onAPIError: { errorURL: `${origin}/console/sign-in`, throw: true },
    database: tables.database,
    user: { ...tables.user, changeEmail: { enabled: true } },
    session: {
      ...tables.session,
      expiresIn: 30 * DAY,
      updateAge: DAY,
      // The cache would accept ended sessions.
      cookieCache: { enabled: false },
    },
    account: {
      ...tables.account,
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, requireLocalEmailVerified: true, trustedProviders: [] },
    },
    verification: { ...tables.verification, storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: passwords,
      resetPasswordTokenExpiresIn: 60 * MINUTE,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: hooks.sendResetPassword,
      onPasswordReset: hooks.onPasswordReset,
      onExistingUserSignUp: hooks.onExistingUserSignUp,
    },
    emailVerification: {
      expiresIn: 60 * MINUTE,
      sendOnSignUp: true,
      sendVerificationEmail: hooks.sendVerificationEmail,
    },
    databaseHooks: hooks.database,
    // Our own limits also count by account, and servers share them.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId(clock) },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
      useSecureCookies: false, // adds another prefix; `secure` is set below
      cookiePrefix: cookiePrefix(isSecure),
      cookies: { session_token: { name: sessionCookieName(isSecure) } },
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: isSecure,
      },
    },
  };
}
