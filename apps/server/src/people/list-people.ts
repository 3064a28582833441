import { type AuthDatabase, momentOf } from "./auth-schema.ts";

/** A person, as operators see them. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly twoFactorEnabled: boolean;
  readonly createdAt: string;
}

/** Lists everyone who can sign in, in the order of sign-up. */
export async function listPeople({ kysely }: AuthDatabase): Promise<ListedPerson[]> {
  const rows = await kysely
    .selectFrom("auth_user")
    .selectAll()
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, email, emailVerified, twoFactorEnabled, createdAt }) => ({
    id,
    name,
    email,
    emailVerified: Boolean(emailVerified),
    twoFactorEnabled: Boolean(twoFactorEnabled),
    createdAt: new Date(momentOf(createdAt)).toISOString(),
  }));
}
