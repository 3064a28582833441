import { hash } from "node:crypto";
import { ACCOUNT_ID } from "../installation.ts";
import { type AuthDatabase, storedBoolean } from "./auth-schema.ts";
import { newId, randomToken } from "./random-id.ts";

const ONLY_ROW = 1;

/** Whether nobody can sign in yet. */
async function isUnclaimed({ kysely }: AuthDatabase): Promise<boolean> {
  const user = await kysely.selectFrom("auth_user").select("id").limit(1).executeTakeFirst();
  return user === undefined;
}

/** Whether a welcome link is open. */
export async function hasWelcome({ kysely }: AuthDatabase): Promise<boolean> {
  const row = await kysely.selectFrom("auth_welcome").select("id").executeTakeFirst();
  return row !== undefined;
}

/**
 * Makes the token of a new link, by which the first account gets its person. The link before it no longer works.
 *
 * @returns undefined if somebody has signed up already
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

/** Who claims the first account. */
export interface Claim {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Makes the first account's user, in one transaction with the end of the link, so that of two who use it at once one
 * wins. The address counts as verified: who has the link runs the server.
 *
 * @returns whether the token was valid
 */
export async function claimFirstAccount(database: AuthDatabase, claim: Claim): Promise<boolean> {
  return database.kysely.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("auth_welcome")
      .where("tokenHash", "=", hashOf(claim.token))
      .executeTakeFirst();
    if (Number(numDeletedRows) === 0) return false;
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

function hashOf(token: string): string {
  return hash("sha256", token);
}
