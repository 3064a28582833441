import type { AttemptLimit } from "./attempts.ts";
import {
  consolePath,
  email,
  type Fields,
  flag,
  newPassword,
  optional,
  personName,
  text,
} from "./fields.ts";

/** An endpoint under `/auth`. */
export interface Endpoint {
  readonly method: "GET" | "POST";
  readonly fields: Fields;
  /** The limit for each network address. */
  readonly perAddress: AttemptLimit;
  /** The limit for each person: by the email address in the body, or by the session. */
  readonly perPerson?: AttemptLimit;
  /** Whether a session is needed. */
  readonly needsSession?: boolean;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const ANYTHING: AttemptLimit = { name: "any", limit: 300, windowSeconds: MINUTE };
const PASSWORDS: AttemptLimit = { name: "password", limit: 10, windowSeconds: MINUTE };
const CODES: AttemptLimit = { name: "code", limit: 10, windowSeconds: MINUTE };
const MAILS: AttemptLimit = { name: "mail", limit: 20, windowSeconds: HOUR };
const TOKENS: AttemptLimit = { name: "token", limit: 30, windowSeconds: MINUTE };

/** The limit for guessing the password of a signed-in person. */
const GUESSES: AttemptLimit = { name: "guess", limit: 10, windowSeconds: 15 * MINUTE };
const CODE_GUESSES: AttemptLimit = { name: "code-guess", limit: 10, windowSeconds: 15 * MINUTE };
/** The limit for mails that one person causes or receives. */
export const MAILS_TO_ONE: AttemptLimit = { name: "mail-to", limit: 5, windowSeconds: HOUR };

const password = text(256);
const code = text(20);
const token = text(2000);

/**
 * All endpoints under `/auth`. better-auth's other endpoints return 404: most of them are not needed, and each one
 * would be a risk.
 */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/options": { method: "GET", fields: {}, perAddress: ANYTHING },
  "/profile": { method: "GET", fields: {}, perAddress: ANYTHING, needsSession: true },
  "/sessions": { method: "GET", fields: {}, perAddress: ANYTHING, needsSession: true },
  "/sessions/end": {
    method: "POST",
    fields: { id: optional(text(100)), others: optional(flag) },
    perAddress: ANYTHING,
    needsSession: true,
  },
  "/welcome": {
    method: "POST",
    fields: { token, name: personName, email, password: newPassword },
    perAddress: PASSWORDS,
  },
  "/sign-up/email": {
    method: "POST",
    fields: { name: personName, email, password: newPassword },
    perAddress: MAILS,
    perPerson: MAILS_TO_ONE,
  },
  "/sign-in/email": {
    method: "POST",
    fields: { email, password, rememberMe: optional(flag) },
    perAddress: PASSWORDS,
  },
  "/sign-in/oauth2": {
    method: "POST",
    fields: { providerId: text(40), callbackURL: consolePath },
    perAddress: PASSWORDS,
  },
  "/two-factor/verify-totp": {
    method: "POST",
    fields: { code },
    perAddress: CODES,
    perPerson: CODE_GUESSES,
  },
  "/two-factor/verify-backup-code": {
    method: "POST",
    fields: { code },
    perAddress: CODES,
    perPerson: CODE_GUESSES,
  },
  "/two-factor/enable": signedIn({ password }, GUESSES),
  "/two-factor/disable": signedIn({ password }, GUESSES),
  "/change-password": signedIn(
    { currentPassword: password, newPassword, revokeOtherSessions: optional(flag) },
    GUESSES,
  ),
  "/change-email": signedIn({ newEmail: email, password }, GUESSES),
  "/update-user": signedIn({ name: personName }),
  "/sign-out": { method: "POST", fields: {}, perAddress: ANYTHING },
  "/request-password-reset": {
    method: "POST",
    fields: { email },
    perAddress: MAILS,
    perPerson: MAILS_TO_ONE,
  },
  "/reset-password": {
    method: "POST",
    fields: { newPassword, token },
    perAddress: TOKENS,
  },
  "/send-verification-email": {
    method: "POST",
    fields: { email },
    perAddress: MAILS,
    perPerson: MAILS_TO_ONE,
  },
  "/verify-email": { method: "GET", fields: {}, perAddress: TOKENS },
};

/** The path to which an identity provider redirects people. */
export const CALLBACK: Endpoint = { method: "GET", fields: {}, perAddress: TOKENS };

function signedIn(fields: Fields, perPerson?: AttemptLimit): Endpoint {
  const endpoint = { method: "POST", fields, perAddress: ANYTHING, needsSession: true } as const;
  return perPerson ? { ...endpoint, perPerson } : endpoint;
}
