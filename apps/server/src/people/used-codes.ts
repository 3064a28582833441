import { hash } from "node:crypto";
import type { AuthDatabase } from "./auth-schema.ts";
import { usedCode } from "./error-texts.ts";
import { profileOf } from "./profile.ts";

/** Longer than a TOTP code is accepted, in milliseconds: its 30 seconds and those before and after. */
const IN_TIME = 2 * 60 * 1000;

/**
 * Records the use of a TOTP code (RFC 6238, section 5.2). If it was used before, this ends the session that it has just
 * opened.
 *
 * @throws Refusal if it was used before
 */
export async function requireFreshCode(
  {
    database: { kysely },
    clock,
  }: { readonly database: AuthDatabase; readonly clock: () => number },
  { code, json }: { readonly code: string; readonly json: unknown },
): Promise<void> {
  const userId = profileOf(json)?.id;
  if (userId === undefined) return;
  const now = clock();
  await kysely.deleteFrom("auth_used_codes").where("expiresAt", "<=", now).execute();
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto("auth_used_codes")
    .values({
      userId,
      codeHash: hash("sha256", `${userId} ${code.trim()}`),
      expiresAt: now + IN_TIME,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows) > 0) return;
  const token = tokenOf(json);
  if (token) await kysely.deleteFrom("auth_session").where("token", "=", token).execute();
  throw usedCode;
}

function tokenOf(json: unknown): string | undefined {
  const token =
    typeof json === "object" && json !== null && "token" in json ? json.token : undefined;
  return typeof token === "string" ? token : undefined;
}
