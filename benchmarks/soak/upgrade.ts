// Upgrades databases of release 0.1.0 with a million rows of usage: `npm run soak -- upgrade [--rows 1000000] [--old
// ../old]`. With `--old`, the server of a built checkout of the old release runs at the same time. Upgrades an SQLite
// file first, then PostgreSQL: a temporary database, or the one at DATABASE_URL.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createDatabase } from "@sinkove/temporary-postgres";
import type { Traffic } from "./upgrade/old-release.ts";
import { upgradeDatabase } from "./upgrade/upgrade-database.ts";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, old: { type: "string" } },
});

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

function lineOf(when: string, traffic: Traffic | undefined): string | undefined {
  if (!traffic) return undefined;
  const { reads, longestRead, writes, longestWrite, refused } = traffic;
  return (
    `${when}: ${reads} requests of the old release, the longest ${seconds(longestRead)}; ` +
    `${writes} orders, the longest ${seconds(longestWrite)}; ${refused} refused for now`
  );
}

async function upgrade(name: string, databaseUrl?: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
  const report = await upgradeDatabase({
    ...{ folder, rows: Number(values.rows) },
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(values.old === undefined ? {} : { old: resolve(values.old) }),
  });
  const { migrated, nothing, during, after, refusal, faults } = report;
  const lines = [
    `${name}: migrated in ${seconds(migrated)}; with nothing to do, the command takes ${seconds(nothing)}`,
    lineOf("during the migration", during),
    lineOf("beside a new server", after),
    refusal && `beside an old server, the new one says: ${refusal}`,
  ];
  for (const line of lines) if (line !== undefined) console.log(line);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  await rm(folder, { recursive: true });
}

await upgrade("SQLite");
const database = await createDatabase();
try {
  await upgrade("PostgreSQL", database.url);
} finally {
  await database.remove();
}
