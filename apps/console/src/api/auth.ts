import { UnreachableError } from "./problem-error.ts";
import { tellSignedOut } from "./signed-out.ts";

/** An error response of the sign-in endpoints. */
export class AuthError extends Error {
  override readonly name = "AuthError";
  readonly status: number;
  readonly code: string;

  constructor({ status, code, message }: { status: number; code: string; message: string }) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The ways to sign in or up that this server offers. */
export interface SignInOptions {
  readonly signUp: "open" | "invited";
  /** Whether the first account has no person yet. */
  readonly welcome: boolean;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
}

/** The profile of the person who is signed in. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly twoFactorEnabled: boolean;
}

/** A session: a browser in which the person is signed in. */
export interface PersonSession {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly isCurrent: boolean;
}

/**
 * The sign-in endpoints. Each throws an AuthError for an error response and an UnreachableError without a response.
 * Passwords, tokens and codes go in bodies only. (`verify-email` takes its token in the query: the server logs no
 * queries, and the token has been used when it answers.)
 */
export const auth = {
  options: () => read<SignInOptions>("/options"),
  profile: () => read<Profile>("/profile"),
  sessions: () => read<readonly PersonSession[]>("/sessions"),
  endSession: (id: string) => send("/sessions/end", { id }),
  endOtherSessions: () => send("/sessions/end", { others: true }),
  signUp: (person: { name: string; email: string; password: string }) =>
    send("/sign-up/email", person),
  signIn: (person: { email: string; password: string; rememberMe: boolean }) =>
    send<{ twoFactorRedirect?: boolean }>("/sign-in/email", person),
  signInWith: (providerId: string, callbackURL: string) =>
    send<{ url: string }>("/sign-in/oauth2", { providerId, callbackURL }),
  verifyTotp: (code: string) => send("/two-factor/verify-totp", { code }),
  verifyBackupCode: (code: string) => send("/two-factor/verify-backup-code", { code }),
  signOut: () => send("/sign-out", {}),
  requestPasswordReset: (email: string) => send("/request-password-reset", { email }),
  resetPassword: (newPassword: string, token: string) =>
    send("/reset-password", { newPassword, token }),
  sendVerificationEmail: (email: string) => send("/send-verification-email", { email }),
  verifyEmail: (token: string) => read(`/verify-email?${new URLSearchParams({ token })}`),
  welcome: (person: { token: string; name: string; email: string; password: string }) =>
    send("/welcome", person),
  changePassword: (currentPassword: string, newPassword: string) =>
    send("/change-password", { currentPassword, newPassword, revokeOtherSessions: true }),
  changeEmail: (newEmail: string, password: string) =>
    send("/change-email", { newEmail, password }),
  updateName: (name: string) => send("/update-user", { name }),
  enableTwoFactor: (password: string) =>
    send<{ totpURI: string; backupCodes: readonly string[] }>("/two-factor/enable", { password }),
  disableTwoFactor: (password: string) => send("/two-factor/disable", { password }),
} as const;

/** The codes that say that the session has ended. */
const SIGNED_OUT: ReadonlySet<string> = new Set(["INVALID_SESSION", "SESSION_EXPIRED"]);

function read<T = unknown>(path: string): Promise<T> {
  return request<T>(path, { method: "GET" });
}

function send<T = unknown>(path: string, body: object): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  return request<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/auth${path}`, {
    ...init,
    credentials: "same-origin",
    cache: "no-store",
  }).catch((cause) => {
    throw new UnreachableError(cause);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const error = errorOf(response.status, body);
    if (error.status === 401 && SIGNED_OUT.has(error.code)) tellSignedOut();
    throw error;
  }
  // The cast is needed because these endpoints are outside the contract. Their responses are described above.
  return body as T;
}

function errorOf(status: number, body: unknown): AuthError {
  const fields = typeof body === "object" && body !== null ? body : {};
  const code = "code" in fields ? String(fields.code) : `HTTP_${status}`;
  const message =
    "message" in fields
      ? String(fields.message)
      : `The server answered with the status ${status}. Try again in a moment.`;
  return new AuthError({ status, code, message });
}
