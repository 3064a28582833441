import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { settled } from "./credits.ts";
import type { Schema } from "./schema.ts";
import { openSqliteStore, sqliteDialect } from "./sqlite.ts";

it("finds the datasets whose credits are due without reading the others of the organization", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-credits-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "sinkove.db");
  await (await openSqliteStore({ file })).close();
  const builder = new Kysely<Schema>({ dialect: sqliteDialect(file) });
  const query = settled(builder, { organizationId: "any", now: 0 }).compile();
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  const steps = database.prepare(`explain query plan ${query.sql}`).all();
  const plan = steps.map(({ detail }) => detail);
  expect(plan).toContain(
    "SEARCH datasets USING INDEX failedDatasets (organizationId=? AND finishedAt<?)",
  );
});
