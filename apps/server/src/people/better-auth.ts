import type { BetterAuthOptions } from "better-auth";
import type { AuthDatabase } from "./auth-schema.ts";
import type { AuthHooks } from "./hooks.ts";
import type { OidcProvider } from "./oidc.ts";
import { LONGEST_PASSWORD, type Passwords, SHORTEST_PASSWORD } from "./passwords.ts";
import { newId } from "./random-id.ts";
import { cookiePrefix, sessionCookieName } from "./session-cookie.ts";

/** What an instance of better-auth is made from. */
export interface EngineOptions {
  readonly database: AuthDatabase;
  /** Signs cookies and tokens, and encrypts TOTP secrets. */
  readonly secret: string;
  readonly passwords: Passwords;
  readonly hooks: AuthHooks;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** For which requests an instance is. */
export interface EngineSite {
  /** The origin that people use. */
  readonly origin: string;
  readonly isSecure: boolean;
  /** Empty for requests that no provider takes part in: discovery must not hold those up. */
  readonly providers: readonly OidcProvider[];
}

/** Answers requests as better-auth does. */
export type Engine = (request: Request) => Promise<Response>;

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** The header in which better-auth is told the client's address. Clients cannot send it: requests to it are made here. */
export const ADDRESS_HEADER = "x-sinkove-client-address";

/** Makes an instance of better-auth, which is loaded when the first one is made: that takes the better part of a second. */
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
    // Of an address that the provider does not vouch for, the person has to prove that it is theirs.
    requireEmailVerification: true,
    mapProfileToUser: (profile: Record<string, unknown>) => profileOf(profile),
  }));
  return [second, genericOAuth({ config })];
}

/** Only ASCII: Unicode has letters whose lower case is that of another, and so another person's address. */
function profileOf({ name, email }: Record<string, unknown>): { name: string; email?: string } {
  const address = typeof email === "string" && /^[!-~]{3,254}$/.test(email) ? email : undefined;
  const shown =
    typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 100) : address;
  // Without an address, better-auth refuses to sign in.
  return { name: shown ?? "", email: address ?? "" };
}

/** The tables are beside those of the API, under names of their own. */
function tablesOf({ kysely, type }: AuthDatabase) {
  return {
    // better-auth wants a Kysely that knows no tables.
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
    // Its messages have addresses in them. What fails is thrown, and logged without them.
    logger: { disabled: true },
    onAPIError: { errorURL: `${origin}/console/sign-in`, throw: true },
    database: tables.database,
    user: { ...tables.user, changeEmail: { enabled: true } },
    session: {
      ...tables.session,
      expiresIn: 30 * DAY,
      updateAge: DAY,
      // It would accept sessions that were ended.
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
    // Ours count by account too, and are shared by servers.
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
