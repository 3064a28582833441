import { failed, invalidToken, Refusal, type RefusalText } from "./reply.ts";

const WRONG_CODE: RefusalText = {
  status: 401,
  code: "INVALID_CODE",
  message: "The code is wrong or was used already. Wait for the next one, and try again.",
};

const NEW_SIGN_IN: RefusalText = {
  status: 401,
  code: "INVALID_TWO_FACTOR_COOKIE",
  message: "This sign-in has expired. Sign in with your email and password again.",
};

const WRONG_PASSWORD: RefusalText = {
  status: 400,
  code: "INVALID_PASSWORD",
  message: "The password is wrong. Enter your current password.",
};

/** The response for a wrong password, an unknown person, and a person who may no longer sign in. */
const NOT_SIGNED_IN: RefusalText = {
  status: 401,
  code: "INVALID_EMAIL_OR_PASSWORD",
  message: "The email or the password is wrong. Check both, or reset your password.",
};

/** The error code of a sign-in to a suspended account. */
export const ACCOUNT_SUSPENDED = "ACCOUNT_SUSPENDED";

/** Our messages for better-auth's error codes. */
const TEXTS: Readonly<Record<string, RefusalText>> = {
  INVALID_EMAIL_OR_PASSWORD: NOT_SIGNED_IN,
  FAILED_TO_CREATE_SESSION: NOT_SIGNED_IN,
  EMAIL_NOT_VERIFIED: {
    status: 403,
    code: "EMAIL_NOT_VERIFIED",
    message:
      "Your email address is not confirmed yet. Use the link in the email, or request another.",
  },
  [ACCOUNT_SUSPENDED]: {
    status: 403,
    code: ACCOUNT_SUSPENDED,
    message: "Your account is suspended. Ask the operator of the service.",
  },
  INVALID_PASSWORD: WRONG_PASSWORD,
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    status: 400,
    code: "NO_PASSWORD",
    message: "Your account has no password. Request a password reset to choose one.",
  },
  INVALID_CODE: WRONG_CODE,
  INVALID_BACKUP_CODE: {
    ...WRONG_CODE,
    message: "The backup code is wrong or was used already. Try another.",
  },
  INVALID_TWO_FACTOR_COOKIE: NEW_SIGN_IN,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: {
    status: 429,
    code: "TOO_MANY_ATTEMPTS",
    message: "Too many wrong codes. Sign in with your email and password again.",
  },
  ACCOUNT_TEMPORARILY_LOCKED: {
    status: 429,
    code: "TOO_MANY_ATTEMPTS",
    message: "Too many wrong codes. Try again in 15 minutes.",
  },
  TOTP_ALREADY_ENABLED: {
    status: 400,
    code: "TOTP_ALREADY_ENABLED",
    message: "A second factor is enabled already. Disable it first.",
  },
  TOTP_NOT_ENABLED: {
    status: 400,
    code: "TOTP_NOT_ENABLED",
    message: "No second factor is set up. Enable it first.",
  },
  BACKUP_CODES_NOT_ENABLED: {
    status: 400,
    code: "BACKUP_CODES_NOT_ENABLED",
    message: "No second factor is set up. Enable it first.",
  },
};

/** Error codes of links in mails. */
const TOKEN_CODES: ReadonlySet<string> = new Set([
  "INVALID_TOKEN",
  "TOKEN_EXPIRED",
  "USER_NOT_FOUND",
  "INVALID_USER",
]);

/** The refusal for an error of better-auth. */
export function refusalOf(status: number, body: unknown): Refusal {
  const code = memberOf(body, "code");
  if (TOKEN_CODES.has(code)) return invalidToken;
  const known = Object.hasOwn(TEXTS, code) ? TEXTS[code] : undefined;
  if (known) return new Refusal(known);
  if (status >= 500) return failed;
  const message = memberOf(body, "message") || "The request was refused.";
  return new Refusal({ status, code: code || "REFUSED", message: sentence(message) });
}

/** The refusal for a TOTP code that was already used. */
export const usedCode: Refusal = new Refusal(WRONG_CODE);

function memberOf(body: unknown, name: string): string {
  if (typeof body !== "object" || body === null) return "";
  const value: unknown = new Map(Object.entries(body)).get(name);
  return typeof value === "string" ? value : "";
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
