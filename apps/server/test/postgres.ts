import { startPostgres, type TemporaryPostgres } from "@sinkove/temporary-postgres";
import { onTestFinished } from "vitest";

/** Creates an empty PostgreSQL, which is removed after the test. */
export async function openPostgres(): Promise<TemporaryPostgres> {
  const postgres = await startPostgres("canary");
  onTestFinished(postgres.remove);
  return postgres;
}
