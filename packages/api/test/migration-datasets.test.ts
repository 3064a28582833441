import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { stateOf } from "../src/datasets/state.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";
import { createWorld, MODEL, START } from "./client.ts";
import { WITHOUT_CREATORS, WITHOUT_TRIGGERS } from "./earlier-versions.ts";

/** Reverts a database to the state before the third migration. */
function takeBack(file: string): void {
  const database = new DatabaseSync(file);
  for (const statement of [...WITHOUT_TRIGGERS.sqlite, ...WITHOUT_CREATORS])
    database.exec(statement);
  database.exec(`
    drop index "openDatasets";
    drop index "datasetsByStart";
    drop index "expiringDatasets";
    drop table removals;
    delete from migrations where version > 2;`);
  for (const column of ["attempts", "errors", "samplesDone", "leaseToken", "leaseExpiresAt"]) {
    database.exec(`alter table datasets drop column "${column}"`);
  }
  database.exec("alter table datasets drop column archive");
  database.exec(`update datasets set size = 5, sha256 = 'ab' where "failureReason" is null`);
  database.close();
}

it("leaves datasets whose archive only described them to workers, and keeps what has failed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "store.db");
  const before = await openSqliteStore({ file });
  const { call } = await createWorld({ store: before });
  const ids: string[] = [];
  for (const prompt of ["cardiomegaly", "fail: on purpose"]) {
    const order = { modelId: MODEL.id, numSamples: 1, args: { prompt } };
    ids.push((await call("createDataset", { body: order })).body.id);
  }
  await before.close();
  takeBack(file);

  const store = await openSqliteStore({ file });
  const [described, failed] = await Promise.all(ids.map((id) => store.findDataset(id)));
  const later = START + 60_000;
  expect(described).toMatchObject({ finishedAt: null, size: 0, sha256: null, archive: null });
  expect(described && stateOf(described, later)).toBe("PENDING");
  expect(failed && stateOf(failed, later)).toBe("FAILED");
  const leased = await store.leaseDataset({ token: "a", now: later, expiresAt: later + 1 });
  expect(leased?.id).toBe(ids[0]);
  await store.close();
});
