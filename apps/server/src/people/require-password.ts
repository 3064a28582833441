import type { AuthDatabase } from "./auth-schema.ts";
import { refusalOf } from "./error-texts.ts";
import type { Passwords } from "./passwords.ts";

interface PasswordParts {
  readonly database: AuthDatabase;
  readonly passwords: Passwords;
}

/**
 * Requires the password of a signed-in person.
 *
 * @throws Refusal if it is wrong, or the person has no password
 */
export async function requirePassword(
  { database: { kysely }, passwords }: PasswordParts,
  { accountId, password }: { readonly accountId: string; readonly password: string },
): Promise<void> {
  const credential = await kysely
    .selectFrom("auth_account")
    .select("password")
    .where("userId", "=", accountId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  const hash = credential?.password;
  if (!hash) throw refusalOf(400, { code: "CREDENTIAL_ACCOUNT_NOT_FOUND" });
  const isRight = await passwords.verify({ hash, password });
  if (!isRight) throw refusalOf(400, { code: "INVALID_PASSWORD" });
}
