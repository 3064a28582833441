import { startPostgres, type TemporaryPostgres } from "@sinkove/temporary-postgres";
import { onTestFinished } from "vitest";

/** A PostgreSQL of its own, empty, and gone after the test. */
export async function openPostgres(): Promise<TemporaryPostgres> {
  const postgres = await startPostgres("canary");
  onTestFinished(postgres.remove);
  return postgres;
}
