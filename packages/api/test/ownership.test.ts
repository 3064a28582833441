import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createDatabase, run } from "@sinkove/temporary-postgres";
import { expect, it, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/store/sql/postgres.ts";
import { openSqliteStore } from "../src/store/sql/sqlite.ts";

function createFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-ownership-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "some.db");
}

function execute(file: string, statements: string): void {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
}

it.each([
  ["tables", "create table notes (text)"],
  [
    "a table named as one of ours",
    "create table migrations (id, batch); create table accounts (id)",
  ],
  ["the mark of another program", "pragma application_id = 42; create table migrations (version)"],
  ["the mark of another program and nothing else", "pragma application_id = 42; vacuum"],
])("leaves an SQLite file with %s of another program as it is", async (_, statements) => {
  const file = createFile();
  execute(file, statements);
  const before = readFileSync(file);
  await expect(openSqliteStore({ file })).rejects.toThrow("another program");
  expect(readFileSync(file).equals(before)).toBe(true);
});

it("marks its SQLite file, and knows an older one without the mark", async () => {
  const file = createFile();
  await (await openSqliteStore({ file })).close();
  const mark = () => new DatabaseSync(file).prepare("pragma application_id").get();
  expect(mark()).toEqual({ application_id: 0x73696e6b });
  execute(file, "pragma application_id = 0");
  await (await openSqliteStore({ file })).close();
  expect(mark()).toEqual({ application_id: 0x73696e6b });
});

it("refuses a PostgreSQL schema with another program's tables that have our names, and shares one with others", async () => {
  const { url, remove } = await createDatabase();
  onTestFinished(remove);
  await run(url, "create table notes (text text)");
  await run(url, "create table migrations (id integer, batch integer)");
  await expect(openPostgresStore({ url })).rejects.toThrow("names of ours: migrations.");
  expect(await run(url, "select to_regclass('accounts') as found")).toEqual([{ found: null }]);
  await run(url, "drop table migrations");
  for (let start = 0; start < 2; start++) await (await openPostgresStore({ url })).close();
}, 60_000);

it("refuses another program's table of each name that it would use itself", async () => {
  const own = await createDatabase();
  onTestFinished(own.remove);
  await (await openPostgresStore(own)).close();
  const tables = await run(
    own.url,
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const { url, remove } = await createDatabase();
  onTestFinished(remove);
  expect(tables.length).toBeGreaterThan(0);
  for (const { name } of tables) {
    await run(url, `create table "${name}" (other text)`);
    await expect(openPostgresStore({ url })).rejects.toThrow(`names of ours: ${name}.`);
    await run(url, `drop table "${name}"`);
  }
}, 60_000);
