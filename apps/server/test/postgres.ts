import { createDatabase, startPostgres, type TemporaryPostgres } from "@sinkove/temporary-postgres";
import { onTestFinished } from "vitest";

/** Returns the URL of an empty database on the server of all test files. The database is dropped after the test. */
export async function emptyPostgres(): Promise<string> {
  const { url, remove } = await createDatabase();
  onTestFinished(remove);
  return url;
}

/** Starts a PostgreSQL for a test that stops it or changes its users. It is removed after the test. */
export async function openPostgres(): Promise<TemporaryPostgres> {
  const postgres = await startPostgres("canary");
  onTestFinished(postgres.remove);
  return postgres;
}
