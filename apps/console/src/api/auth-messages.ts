/** A message for each error code of the sign-in endpoints, which says what to do. */
export const authMessages: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD:
    "The email address or the password is wrong. Check both, or reset your password.",
  EMAIL_NOT_VERIFIED:
    "Confirm your email address first: open the link in the email that we sent you.",
  USER_ALREADY_EXISTS:
    "There is an account with this email address. Sign in, or reset your password.",
  ACCOUNT_SUSPENDED: "Your account is suspended. Ask the operator of the service.",
  INVALID_PASSWORD: "The password is wrong.",
  PASSWORD_TOO_SHORT: "The password is too short. Use 12 characters or more.",
  PASSWORD_TOO_LONG: "The password is too long. Use 256 characters or fewer.",
  INVALID_TOKEN: "This link was used before, or it has expired. Ask for a new one.",
  TOKEN_EXPIRED: "This link has expired. Ask for a new one.",
  INVALID_CODE:
    "The code is wrong. Codes change every 30 seconds: enter the one that is shown now.",
  INVALID_BACKUP_CODE: "The backup code is wrong, or it was used before. Each works once.",
  INVALID_TWO_FACTOR_COOKIE: "Signing in took too long. Enter your password again.",
  SESSION_EXPIRED: "Your session has ended. Sign in again.",
};
