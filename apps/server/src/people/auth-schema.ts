import type { Kysely } from "kysely";

/** A moment as the database has it: a text in SQLite, a `Date` in PostgreSQL. */
type StoredDate = string | Date;

/** What SQLite has no boolean for. */
type StoredBoolean = boolean | number;

/** A person who can sign in. The id is that of the account. */
export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: StoredBoolean;
  readonly image: string | null;
  readonly createdAt: StoredDate;
  readonly updatedAt: StoredDate;
  readonly twoFactorEnabled: StoredBoolean | null;
}

/** A person in a browser. */
export interface SessionRow {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly createdAt: StoredDate;
  /** When the session was last seen. */
  readonly updatedAt: StoredDate;
  readonly expiresAt: StoredDate;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** A password, or a link to an identity provider. */
interface CredentialRow {
  readonly id: string;
  readonly accountId: string;
  readonly providerId: string;
  readonly userId: string;
  readonly password: string | null;
  readonly createdAt: StoredDate;
  readonly updatedAt: StoredDate;
}

/** What better-auth keeps for a while, such as password reset tokens. */
interface VerificationRow {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
}

/**
 * The tables of signing in, in the database of the API: better-auth's (`auth_user` to `auth_two_factor`) with the
 * columns that we use, and our own.
 */
export interface AuthSchema {
  readonly auth_user: UserRow;
  readonly auth_session: SessionRow;
  readonly auth_account: CredentialRow;
  readonly auth_verification: VerificationRow;
  readonly auth_two_factor: { readonly id: string; readonly userId: string };
  /** Which migrations have run. */
  readonly auth_migrations: { readonly name: string };
  /** How often something was tried in a window, by the hash of what it was tried on. */
  readonly auth_attempts: {
    readonly key: string;
    readonly count: number;
    readonly resetAt: number;
  };
  /** The link by which the first account gets its person: one row, with the hash of its token. */
  readonly auth_welcome: { readonly id: number; readonly tokenHash: string };
  /** TOTP codes that were used and are still in time: each works once. */
  readonly auth_used_codes: {
    readonly userId: string;
    readonly codeHash: string;
    readonly expiresAt: number;
  };
  /** The API's own tables, which are only read here. */
  readonly accounts: {
    readonly id: string;
    readonly deletedAt: number | null;
    readonly suspendedAt: number | null;
  };
  readonly invitations: {
    readonly id: string;
    readonly addressKey: string;
    readonly expiresAt: number;
  };
}

/** The database of signing in. */
export interface AuthDatabase {
  readonly kysely: Kysely<AuthSchema>;
  readonly type: "sqlite" | "postgres";
  /** Whether an error says that the database cannot answer now. */
  readonly isUnavailable: (error: unknown) => boolean;
  readonly close: () => Promise<void>;
}

/** A boolean in the form of that database. */
export function storedBoolean({ type }: Pick<AuthDatabase, "type">, value: boolean): StoredBoolean {
  if (type === "postgres") return value;
  return value ? 1 : 0;
}

/** Milliseconds since 1970. */
export function momentOf(stored: StoredDate): number {
  return new Date(stored).getTime();
}
