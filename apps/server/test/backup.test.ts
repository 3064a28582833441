import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFolder, expectOneLine, run, start } from "./server-process.ts";

test("backup copies the database of a running server, and another server starts on the copy", async () => {
  const [folder, elsewhere] = [createFolder(), createFolder()];
  const server = await start(folder);
  const created = await run(folder, ["keys", "create", "--name", "Kept"]);
  expect(created.code).toBe(0);
  const copied = await run(folder, ["backup", join(elsewhere, "sinkove.db"), "--json"]);
  expect(JSON.parse(copied.stdout)).toEqual({ file: join(elsewhere, "sinkove.db") });
  expect((await server.get("/v1/models")).status).toBe(200);
  await start(elsewhere);
  expect((await run(elsewhere, ["keys", "list"])).stdout).toContain("Kept");
});

test.each([":memory:", "file:copy.db?mode=memory"])(
  "backup writes a file, even if its name is %s",
  async (name) => {
    const folder = createFolder();
    const server = await start(folder);
    expect((await run(folder, ["backup", name])).stdout).toBe(`${name}\n`);
    await server.kill("SIGTERM");
    expect(readFileSync(join(folder, name)).subarray(0, 15).toString()).toBe("SQLite format 3");
  },
);

test("backup says that the database is damaged, and keeps the copy", async () => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  const file = join(folder, "sinkove.db");
  const content = readFileSync(file);
  content.fill(0xff, 3 * 4096, 40 * 4096);
  writeFileSync(file, content);
  expectOneLine(await run(folder, ["backup", "copy.db"]), "The database sinkove.db is damaged");
  expect(readFileSync(join(folder, "copy.db"))).toHaveLength(content.length);
});

test.each([
  ["an empty name", [""], {}, "FILE is missing: backup FILE"],
  ["no file", [], {}, "FILE is missing: backup FILE"],
  ["a file that exists", ["there.db"], {}, "The file there.db exists. Name another one."],
  ["a folder that does not exist", ["none/copy.db"], {}, "The copy none/copy.db cannot be written"],
  ["PostgreSQL", ["copy.db"], { DATABASE_URL: "postgres://localhost/none" }, "pg_dump"],
  ["no database", ["copy.db"], { SINKOVE_DATABASE: "none.db" }, "The database file none.db cannot"],
])("backup is refused with %s", async (_, words, variables, message) => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  writeFileSync(join(folder, "there.db"), "mine");
  expectOneLine(await run(folder, ["backup", ...words], variables), message);
});
