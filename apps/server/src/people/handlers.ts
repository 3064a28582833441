import { ACCOUNT_ID } from "../installation.ts";
import type { Accounts } from "./accounts.ts";
import type { Attempts } from "./attempts.ts";
import type { AuthDatabase } from "./auth-schema.ts";
import type { Engine } from "./better-auth.ts";
import { ask, type Call } from "./call.ts";
import { MAILS_TO_ONE } from "./endpoints.ts";
import { providerUnavailable } from "./engines.ts";
import { forgiveGuesses, takeGuess } from "./guesses.ts";
import type { IsInvited } from "./invitations.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { OidcProvider } from "./oidc.ts";
import { changeOfAddress, tellOldAddress } from "./old-address.ts";
import type { Passwords } from "./passwords.ts";
import { profileOf } from "./profile.ts";
import {
  type AuthResponse,
  invalid,
  invalidToken,
  invitationNeeded,
  NO_STORE,
  notFound,
  Refusal,
  reply,
  signedOut,
  tooMany,
} from "./reply.ts";
import { requirePassword } from "./require-password.ts";
import { endOtherSessions, endSession, listSessions } from "./sessions.ts";
import { requireFreshCode } from "./used-codes.ts";
import { claimFirstAccount, hasWelcome } from "./welcome.ts";

/** The dependencies of the handlers. */
export interface AuthParts {
  readonly database: AuthDatabase;
  readonly accounts: Accounts;
  readonly attempts: Attempts;
  readonly mailer: Mailer;
  readonly passwords: Passwords;
  readonly signUp: "open" | "invited";
  readonly isInvited: IsInvited;
  readonly providers: readonly OidcProvider[];
  /** The instance of better-auth for a call, with or without the identity providers. */
  readonly engineOf: (call: Call, providers?: readonly OidcProvider[]) => Engine;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Answers a call. @throws Refusal */
export type AuthHandler = (parts: AuthParts, call: Call) => Promise<AuthResponse>;

/** Handlers by path. All other paths go to better-auth, and only report success. */
export const HANDLERS: Readonly<Record<string, AuthHandler>> = {
  "/options": options,
  "/profile": profile,
  "/sessions": sessions,
  "/sessions/end": end,
  "/welcome": welcome,
  "/sign-up/email": signUp,
  "/sign-in/email": signIn,
  "/sign-in/oauth2": signInWithProvider,
  "/two-factor/verify-totp": verifyTotp,
  "/two-factor/verify-backup-code": verifyBackupCode,
  "/two-factor/enable": enableTwoFactor,
  "/change-email": changeEmail,
  "/verify-email": verifyEmail,
  "/send-verification-email": sendVerificationEmail,
};

/** Calls better-auth, and only forwards its cookies. */
export async function forward(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const { cookies } = await ask(parts.engineOf(call), call);
  return done(cookies);
}

function done(cookies: readonly string[] = []): AuthResponse {
  return { ...reply(200, { status: true }), cookies };
}

async function options({ database, signUp: mode, providers }: AuthParts): Promise<AuthResponse> {
  return reply(200, {
    signUp: mode,
    welcome: await hasWelcome(database),
    providers: providers.map(({ id, name }) => ({ id, name })),
  });
}

/** Calls better-auth, which renews the session and its cookie once a day. */
async function profile(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const question = { method: "GET", path: "/get-session" } as const;
  const { json, cookies } = await ask(parts.engineOf(call), call, question);
  const found = profileOf(json);
  if (!found) throw signedOut;
  return { ...reply(200, found), cookies };
}

async function sessions({ database, clock }: AuthParts, call: Call): Promise<AuthResponse> {
  return reply(200, await listSessions(database, sessionOf(call), clock()));
}

async function end({ database }: AuthParts, call: Call): Promise<AuthResponse> {
  const { id, others } = call.body;
  const session = sessionOf(call);
  if ((id === undefined) === (others !== true)) throw invalid("Give either id, or others: true.");
  if (typeof id !== "string") await endOtherSessions(database, session);
  else if (!(await endSession(database, { ...session, id }))) throw noSuchSession;
  return done();
}

const noSuchSession: Refusal = new Refusal({
  status: 404,
  code: "SESSION_NOT_FOUND",
  message: "You have no such session. List your sessions again.",
});

async function welcome(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const { database, accounts, passwords, clock } = parts;
  const [token, name, email, password] = ["token", "name", "email", "password"].map((field) =>
    textOf(call, field),
  ) as [string, string, string, string]; // one for each name
  const passwordHash = await passwords.hash(password);
  const claim = { token, name, email, passwordHash, now: clock() };
  if (!(await claimFirstAccount(database, claim))) throw invalidToken;
  await accounts.save({ id: ACCOUNT_ID, name, email, emailVerified: true });
  return signIn(parts, { ...call, path: "/sign-in/email", body: { email, password } });
}

/** Responds in the same way whether the address has an account or not; its owner gets a mail in both cases. */
async function signUp(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const isClosed = parts.signUp === "invited";
  if (isClosed && !(await parts.isInvited(textOf(call, "email")))) throw invitationNeeded;
  return forward(parts, call);
}

async function signIn(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const guess = { email: textOf(call, "email"), network: call.request.network };
  await takeGuess(parts.attempts, guess);
  const { json, cookies } = await ask(parts.engineOf(call), call);
  await forgiveGuesses(parts.attempts, guess);
  return { ...(await signedIn(parts, { call, json })), cookies };
}

/** A browser has one session, so its previous session ends. */
async function signedIn(
  { database }: AuthParts,
  { call, json }: { readonly call: Call; readonly json: unknown },
): Promise<AuthResponse> {
  const user = profileOf(json);
  if (!user) return reply(200, { twoFactorRedirect: true });
  if (call.session) await endSession(database, call.session);
  return reply(200, { twoFactorRedirect: false, user });
}

async function signInWithProvider(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const provider = parts.providers.find(({ id }) => id === call.body.providerId);
  if (!provider) throw notFound;
  const body = {
    provider: provider.id,
    callbackURL: call.body.callbackURL,
    errorCallbackURL: "/console/sign-in",
    disableRedirect: true,
  };
  const question = { path: "/sign-in/social", body };
  const { json, cookies } = await ask(parts.engineOf(call, parts.providers), call, question).catch(
    (error: unknown) => {
      throw error instanceof Refusal && error.status === 404 ? providerUnavailable : error;
    },
  );
  return { ...reply(200, { url: memberOf(json, "url") }), cookies };
}

/** The return from an identity provider. It always redirects to a page of the console. */
export async function providerCallback(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const id = call.path.slice("/callback/".length);
  if (!parts.providers.some((provider) => provider.id === id)) throw notFound;
  const question = { method: "GET", path: `${call.path}?${call.query}` } as const;
  const answer = await ask(parts.engineOf(call, parts.providers), call, question);
  const target = new URL(answer.location ?? "/console/sign-in", call.origin);
  const isOwn = target.origin === new URL(call.origin).origin;
  const Location = isOwn ? target.href : `${call.origin}/console/sign-in`;
  return { status: 302, headers: { ...NO_STORE, Location }, body: null, cookies: answer.cookies };
}

/** A code works only once, so that nobody can use an observed code within its 30 seconds. */
async function verifyTotp(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const { json, cookies } = await ask(parts.engineOf(call), call);
  await requireFreshCode(parts, { code: textOf(call, "code"), json });
  return { ...(await signedIn(parts, { call: { ...call, session: undefined }, json })), cookies };
}

async function verifyBackupCode(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const { json, cookies } = await ask(parts.engineOf(call), call);
  return { ...(await signedIn(parts, { call: { ...call, session: undefined }, json })), cookies };
}

async function enableTwoFactor(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const { json, cookies } = await ask(parts.engineOf(call), call);
  const totpURI = memberOf(json, "totpURI");
  const backupCodes = memberOf(json, "backupCodes");
  return { ...reply(200, { totpURI, backupCodes }), cookies };
}

/** Requires the password, so that nobody can take over an account in an unattended browser. */
async function changeEmail(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const { accountId } = sessionOf(call);
  await requirePassword(parts, { accountId, password: textOf(call, "password") });
  const retryAfter = await parts.attempts.take(MAILS_TO_ONE, accountId);
  if (retryAfter !== undefined) throw tooMany(retryAfter);
  const body = { newEmail: textOf(call, "newEmail") };
  const { cookies } = await ask(parts.engineOf(call), call, { body });
  return done(cookies);
}

async function verifyEmail(parts: AuthParts, call: Call): Promise<AuthResponse> {
  const token = call.query.get("token") ?? "";
  if (token === "" || token.length > 2000) throw invalidToken;
  const question = {
    method: "GET",
    path: `/verify-email?token=${encodeURIComponent(token)}`,
    // Everyone who has the link can confirm, in any browser.
    sendsCookies: false,
  } as const;
  const { json } = await ask(parts.engineOf(call), call, question);
  if (memberOf(json, "user")) tellOldAddress(parts, { ...call, change: changeOfAddress(token) });
  return done();
}

/** Sends no cookies, because better-auth would tell a signed-in person whether the address is theirs. */
async function sendVerificationEmail(parts: AuthParts, call: Call): Promise<AuthResponse> {
  await ask(parts.engineOf(call), call, { sendsCookies: false });
  return done();
}

function sessionOf({ session }: Call) {
  if (!session) throw signedOut;
  return session;
}

function textOf({ body }: Call, name: string): string {
  const value = body[name];
  if (typeof value === "string") return value;
  throw new TypeError(`The field ${name} was not read.`);
}

function memberOf(json: unknown, name: string): unknown {
  return typeof json === "object" && json !== null
    ? new Map<string, unknown>(Object.entries(json)).get(name)
    : undefined;
}
