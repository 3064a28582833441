import type { Kysely } from "kysely";
import type { Moment, UsageRecord } from "../records.ts";
import type { Schema } from "./schema.ts";

/** Adds to the counters, sorted, so that two servers that write at once do not deadlock. */
export async function addUsage(
  transaction: Kysely<Schema>,
  usage: readonly UsageRecord[],
  lastUsed: ReadonlyMap<string, Moment>,
): Promise<void> {
  const idOf = (row: UsageRecord) =>
    [row.apiKeyId, row.hour, row.operationId, row.statusClass].join();
  for (const row of usage.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) {
    await transaction
      .insertInto("usage")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["apiKeyId", "hour", "operationId", "statusClass"])
          .doUpdateSet((is) => ({ requests: is("usage.requests", "+", row.requests) })),
      )
      .execute();
  }
  for (const [id, moment] of [...lastUsed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await transaction
      .updateTable("apiKeys")
      .set({ lastUsedAt: moment })
      .where("id", "=", id)
      .where((is) => is.or([is("lastUsedAt", "is", null), is("lastUsedAt", "<", moment)]))
      .execute();
  }
}
