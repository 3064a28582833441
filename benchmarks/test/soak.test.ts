import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDatabase, startPostgres } from "@sinkove/temporary-postgres";
import { expect, onTestFinished, test } from "vitest";
import { measureBesideReaders } from "../soak/downloads/beside-readers.ts";
import { generateUnderKills } from "../soak/generation/generate-under-kills.ts";
import { disturbNodes } from "../soak/nodes/disturb-nodes.ts";
import { upgradeDatabase } from "../soak/upgrade/upgrade-database.ts";

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-soak-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("generates each dataset once and completely while server and worker are killed", {
  timeout: 180_000,
}, async () => {
  const report = await generateUnderKills({
    folder: createFolder(),
    kills: 4,
    datasets: 4,
    mostSamples: 3,
    random: Math.random,
  });
  expect(report).toMatchObject({ faults: [], ready: 4, failed: 1, deleted: 1 });
});

test("two servers and a worker on one PostgreSQL neither lose nor duplicate anything under faults", {
  timeout: 180_000,
}, async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.remove);
  const report = await disturbNodes({
    folder: createFolder(),
    postgres,
    seconds: 20,
    random: Math.random,
  });
  expect(report).toMatchObject({ lost: [], doubled: [], complaints: [] });
  expect(report.ledger.strange).toEqual([]);
  expect(report.ledger.acknowledged).toBeGreaterThan(0);
});

test.runIf(process.platform === "linux")(
  "answers others while an archive is read slowly, and gives the archive whole",
  { timeout: 180_000 },
  async () => {
    const { rows, isWhole } = await measureBesideReaders({
      folder: createFolder(),
      mebibytes: 8,
      readers: 4,
      rounds: 1,
      lasting: 300,
    });
    expect(isWhole).toBe(true);
    for (const { value } of rows) expect(value.median).toBeGreaterThan(0);
  },
);

test.each(["SQLite", "PostgreSQL"])(
  "takes over a database of release 0.1.0 on %s",
  {
    timeout: 180_000,
  },
  async (kind) => {
    const database = kind === "SQLite" ? undefined : await createDatabase();
    if (database) onTestFinished(database.remove, 60_000);
    const place = database ? { databaseUrl: database.url } : {};
    const report = await upgradeDatabase({ folder: createFolder(), rows: 5000, ...place });
    expect(report.faults).toEqual([]);
    if (!database) return;
    expect(report.during?.writes).toBeGreaterThan(0);
    expect(report.after).toMatchObject({ refused: 0, writes: expect.any(Number) });
  },
);
