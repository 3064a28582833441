import type { Kysely } from "kysely";

/** A time in the database: a text in SQLite, a `Date` in PostgreSQL. */
type StoredDate = string | Date;

/** A boolean in the database: a number in SQLite. */
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

/** A session of a person in a browser. */
export interface SessionRow {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly createdAt: StoredDate;
  /** When the session was last used. */
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

/** Temporary data of better-auth, such as password reset tokens. */
interface VerificationRow {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
}

/**
 * The tables of signing in, in the API's database: better-auth's (`auth_user` to `auth_two_factor`), with the columns
 * that we use, and our own.
 */
export interface AuthSchema {
  readonly auth_user: UserRow;
  readonly auth_session: SessionRow;
  readonly auth_account: CredentialRow;
  readonly auth_verification: VerificationRow;
  readonly auth_two_factor: { readonly id: string; readonly userId: string };
  /** The migrations that have run. */
  readonly auth_migrations: { readonly name: string };
  /** The number of attempts in a window, by the hash of their subject. */
  readonly auth_attempts: {
    readonly key: string;
    readonly count: number;
    readonly resetAt: number;
  };
  /** The link with which a person claims the first account: one row, with the hash of its token. */
  readonly auth_welcome: { readonly id: number; readonly tokenHash: string };
  /** TOTP codes that were used and have not expired: each works only once. */
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
  /** Whether an error means that the database is unavailable. */
  readonly isUnavailable: (error: unknown) => boolean;
  readonly close: () => Promise<void>;
}

/** Converts a boolean for the database. */
export function storedBoolean({ type }: Pick<AuthDatabase, "type">, value: boolean): StoredBoolean {
  if (type === "postgres") return value;
  return value ? 1 : 0;
}

/** Milliseconds since 1970. */
export function momentOf(stored: StoredDate): number {
  return new Date(stored).getTime();
}
