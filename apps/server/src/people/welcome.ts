import { hash } from "node:crypto";
import type { Kysely } from "kysely";
import { ACCOUNT_ID } from "../installation.ts";
import { type AuthDatabase, type AuthSchema, storedBoolean } from "./auth-schema.ts";
import { newId, randomToken } from "./random-id.ts";
import { Refusal } from "./reply.ts";

const ONLY_ROW = 1;

/** Whether the first account can be claimed: it has no person and was not deleted. */
async function isUnclaimed({ kysely }: AuthDatabase): Promise<boolean> {
  const user = await kysely
    .selectFrom("auth_user")
    .select("id")
    .where("id", "=", ACCOUNT_ID)
    .executeTakeFirst();
  if (user) return false;
  const account = await kysely
    .selectFrom("accounts")
    .select("deletedAt")
    .where("id", "=", ACCOUNT_ID)
    .executeTakeFirst();
  return account?.deletedAt === null;
}

/** Whether there is a valid welcome link. */
export async function hasWelcome({ kysely }: AuthDatabase): Promise<boolean> {
  const row = await kysely.selectFrom("auth_welcome").select("id").executeTakeFirst();
  return row !== undefined;
}

/**
 * Creates the token of a new link, with which a person claims the first account. The previous link becomes invalid.
 *
 * @returns undefined if the first account already has a person, or was deleted
 */
export async function makeWelcomeToken(database: AuthDatabase): Promise<string | undefined> {
  if (!(await isUnclaimed(database))) return undefined;
  const token = randomToken();
  const tokenHash = hashOf(token);
  await database.kysely
    .insertInto("auth_welcome")
    .values({ id: ONLY_ROW, tokenHash })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ tokenHash }))
    .execute();
  return token;
}

/** The claim of the first account. */
export interface Claim {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Creates the first account's user in the transaction that ends the link, so that only one of two concurrent claims
 * succeeds. The address counts as verified, because only the operator of the server has the link.
 *
 * @returns whether the token was valid
 * @throws Refusal if the address already has an account; the link stays valid then
 */
export async function claimFirstAccount(database: AuthDatabase, claim: Claim): Promise<boolean> {
  return database.kysely.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("auth_welcome")
      .where("tokenHash", "=", hashOf(claim.token))
      .executeTakeFirst();
    if (Number(numDeletedRows) === 0) return false;
    await requireFreeAddress(transaction, claim.email);
    const moment = new Date(claim.now).toISOString();
    const dates = { createdAt: moment, updatedAt: moment };
    const { name, email, passwordHash } = claim;
    await transaction
      .insertInto("auth_user")
      .values({
        ...dates,
        id: ACCOUNT_ID,
        name,
        email,
        emailVerified: storedBoolean(database, true),
        twoFactorEnabled: storedBoolean(database, false),
        image: null,
      })
      .execute();
    await transaction
      .insertInto("auth_account")
      .values({
        ...dates,
        id: newId(() => claim.now),
        accountId: ACCOUNT_ID,
        providerId: "credential",
        userId: ACCOUNT_ID,
        password: passwordHash,
      })
      .execute();
    return true;
  });
}

async function requireFreeAddress(kysely: Kysely<AuthSchema>, email: string): Promise<void> {
  const user = await kysely
    .selectFrom("auth_user")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirst();
  if (!user) return;
  const message = "This email address has an account already. Use another one.";
  throw new Refusal({ status: 409, code: "EMAIL_TAKEN", message });
}

function hashOf(token: string): string {
  return hash("sha256", token);
}
