import type { AuthDatabase } from "./auth-schema.ts";

/** Deletes a person with their sessions, credentials and pending tokens. Sessions come first, to end them at once. */
export async function forgetPerson({ kysely }: AuthDatabase, id: string): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("auth_session").where("userId", "=", id).execute();
    await transaction.deleteFrom("auth_account").where("userId", "=", id).execute();
    await transaction.deleteFrom("auth_two_factor").where("userId", "=", id).execute();
    await transaction.deleteFrom("auth_used_codes").where("userId", "=", id).execute();
    await transaction.deleteFrom("auth_verification").where("value", "=", id).execute();
    await transaction.deleteFrom("auth_user").where("id", "=", id).execute();
  });
}
