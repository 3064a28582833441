import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFolder, expectOneLine, run, start } from "./server-process.ts";

test("names every faulty variable", async () => {
  const variables = { PORT: "http", SINKOVE_ENVIRONMENT: "prod", SINKOVE_SECRET: "canary" };
  const { code, stderr } = await run(createFolder(), [], variables);
  expect(code).toBe(1);
  for (const name of Object.keys(variables)) expect(stderr).toContain(`  ${name} is `);
  expect(stderr).not.toContain("canary");
});

test("says that the port is in use, and keeps the first key for a start that succeeds", async () => {
  const other = await start(createFolder());
  const folder = createFolder();
  expectOneLine(await run(folder, [], { PORT: `${other.port}` }), "is in use");
  expect((await start(folder)).key).toMatch(/^sinkove_live_/);
});

test("says that HOST is not an address of this machine", async () => {
  expectOneLine(await run(createFolder(), [], { HOST: "192.0.2.1" }), "Correct HOST");
});

test("says that the port for metrics is in use, and keeps the first key for a start that succeeds", async () => {
  const other = await start(createFolder());
  const folder = createFolder();
  const inUse = await run(folder, [], { SINKOVE_METRICS_PORT: `${other.port}` });
  expect(inUse.code).toBe(1);
  expect(inUse.stderr).toContain("is in use");
  expect(inUse.stderr).toContain("set SINKOVE_METRICS_PORT to another");
  expect((await start(folder)).key).toMatch(/^sinkove_live_/);
});

test("refuses a second server on one database file, by whichever path, until the first ends", async () => {
  const folder = createFolder();
  const first = await start(folder);
  expectOneLine(await run(folder), "Another sinkove-server uses");
  const SINKOVE_DATABASE = join(folder, ".", "sinkove.db");
  expectOneLine(await run(createFolder(), [], { SINKOVE_DATABASE }), "Another sinkove-server uses");
  await first.kill("SIGKILL");
  expect((await start(folder)).url).toMatch(/^http/);
});

test("says that the database's folder is not there", async () => {
  const variables = { SINKOVE_DATABASE: "nowhere/sinkove.db" };
  expectOneLine(await run(createFolder(), [], variables), "folder must exist and be writable");
});

// A place where not even the superuser can write.
test.skipIf(process.platform !== "linux")("says that the folder is read-only", async () => {
  const variables = { SINKOVE_DATABASE: "/proc/sinkove.db" };
  expectOneLine(await run(createFolder(), [], variables), "folder must exist and be writable");
});

test("says that the database file is damaged, and leaves it as it is", async () => {
  const folder = createFolder();
  writeFileSync(join(folder, "sinkove.db"), "no database".repeat(1000));
  expectOneLine(await run(folder), "is damaged, or not an SQLite database");
});

test("says that the database file is a folder", async () => {
  const folder = createFolder();
  mkdirSync(join(folder, "sinkove.db"));
  expectOneLine(await run(folder), "sinkove.db");
});

test("says that the signing secret's file holds none", async () => {
  const folder = createFolder();
  writeFileSync(join(folder, "sinkove.db.secret"), "short");
  expectOneLine(await run(folder), "holds no signing secret");
});

test("says that PostgreSQL cannot be reached, without its password", async () => {
  const DATABASE_URL = "postgres://someone:canary@127.0.0.1:1/sinkove";
  const outcome = await run(createFolder(), [], { DATABASE_URL });
  expectOneLine(outcome, "PostgreSQL at 127.0.0.1:1/sinkove cannot be used (ECONNREFUSED)");
  expect(outcome.stderr).not.toContain("canary");
});

test("commands say in one line why the database cannot be used", async () => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  const database = new DatabaseSync(join(folder, "sinkove.db"));
  for (const table of ["datasets", "apiKeys"])
    database.exec(`alter table "${table}" rename to "${table}2"`);
  database.close();
  expectOneLine(await run(folder, ["datasets", "queue"]), "no such table: datasets");
  expectOneLine(await run(folder, ["keys", "list"]), "no such table: apiKeys");
});

test("says that a worker needs a database that has been started on", async () => {
  const folder = createFolder();
  for (const words of [["worker"], ["keys", "list"]])
    expectOneLine(await run(folder, words), `no database file ${join(folder, "sinkove.db")}`);
  expect(readdirSync(folder)).toEqual([]);
  expect((await run(folder, ["migrate"])).code).toBe(0);
  for (const words of [["worker"], ["keys", "list"]])
    expectOneLine(await run(folder, words), "has no account yet");
});

test("says that archives cannot be kept where a file is, and starts nothing", async () => {
  const folder = createFolder();
  writeFileSync(join(folder, "taken"), "");
  const variables = { SINKOVE_ARCHIVES: "taken" };
  expectOneLine(await run(folder, [], variables), "The folder taken, which keeps the archives");
});
