import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { run as runOnPostgres } from "@sinkove/temporary-postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import { ACCOUNT_ID } from "../src/installation.ts";
import { emptyPostgres } from "./postgres.ts";
import { createFolder, expectOneLine, type RunningServer, run, start } from "./server-process.ts";

/** The last statement of a newer version's migration. */
const NEWER = "insert into migrations (version) values (1000)";

/** A database with a server, and a newer version that changes it beside the server. */
interface Site {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly server: RunningServer;
  readonly upgrade: () => Promise<unknown>;
}

const sites: Readonly<Record<string, () => Promise<Site>>> = {
  async SQLite() {
    const folder = createFolder();
    const server = await start(folder);
    const upgrade = async () => {
      const database = new DatabaseSync(join(folder, "sinkove.db"), { timeout: 5000 });
      database.exec(NEWER);
      database.close();
    };
    return { folder, variables: {}, server, upgrade };
  },
  async PostgreSQL() {
    const url = await emptyPostgres();
    // A busy machine may let a transaction wait for longer than the default.
    const variables = { DATABASE_URL: url, SINKOVE_DATABASE_TIMEOUT: "60" };
    const folder = createFolder();
    const server = await start(folder, variables);
    return { folder, variables, server, upgrade: () => runOnPostgres(url, NEWER) };
  },
};

const RELEASE = "../../../packages/api/test/fixtures/release-0.1.0.sqlite.sql";

/** The account of the database of the first release, which did not come from a server. */
const ACCOUNT_OF_RELEASE = "01a20cff-7d00-7101-8101-010101010101";

/** Replaces everything in a file by a database of the first release. */
function replaceByRelease(database: DatabaseSync): void {
  const tables = database.prepare(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  );
  const drops = tables.all().map(({ name }) => `drop table "${name}";`);
  const release = readFileSync(new URL(RELEASE, import.meta.url), "utf8");
  const content = release.replaceAll(ACCOUNT_OF_RELEASE, ACCOUNT_ID);
  database.exec(`pragma foreign_keys = off; begin immediate; ${drops.join("")} ${content} commit;`);
}

describe.each(Object.entries(sites))("on %s", (_, open) => {
  test("a server of an older version goes on, and none starts on a database of a newer one", {
    timeout: 120_000,
  }, async () => {
    const { folder, variables, server, upgrade } = await open();
    await upgrade();
    expect((await server.get("/v1/models")).status).toBe(200);
    expect((await server.get("/v1/requests")).status).toBe(200);
    expect((await server.kill("SIGTERM")).code).toBe(0);
    for (const words of [[], ["worker"], ["keys", "list"], ["migrate"], ["migrate", "--plan"]]) {
      const { code, stderr } = await run(folder, words, variables);
      expect(code, words.join(" ")).toBe(1);
      expect(stderr).toMatch(/A newer version of this program made the database: it has \d+ migr/);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).not.toContain("canary");
    }
  });
});

test("commands and workers do not change an SQLite file while a server of an older version runs on it", {
  timeout: 120_000,
}, async () => {
  const folder = createFolder();
  const server = await start(folder);
  const database = new DatabaseSync(join(folder, "sinkove.db"), { timeout: 5000 });
  onTestFinished(() => database.close());
  replaceByRelease(database);
  const count = () => database.prepare("select count(*) as count from migrations").get()?.count;
  const older = count();
  for (const words of [["keys", "list"], ["worker"]]) {
    expectOneLine(await run(folder, words), "A server of an older version uses the database file");
    expect(count()).toBe(older);
  }
  await server.kill("SIGTERM");
  expect(await run(folder, ["keys", "list"])).toMatchObject({ code: 0, stderr: "" });
  expect(count()).not.toBe(older);
});
