import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFolder, expectOneLine, run, start } from "./server-process.ts";

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

test.skipIf(process.platform === "win32")(
  "closes a database, a secret and archives that others can read, and says so",
  async () => {
    const folder = createFolder();
    await (await start(folder)).kill("SIGTERM");
    const names = ["sinkove.db", "sinkove.db.secret", "sinkove.db.archives"];
    for (const name of names) chmodSync(join(folder, name), 0o755);
    const server = await start(folder);
    const lines = server
      .output()
      .stdout.split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    const told = lines.filter(({ message }) => message.startsWith("permissions corrected"));
    expect(told.map(({ path, before, level }) => [path, before, level])).toEqual(
      expect.arrayContaining(names.map((name) => [name, "0755", "warn"])),
    );
    for (const name of names) expect(modeOf(join(folder, name))).toBe("700");
    await server.kill("SIGTERM");
    expect((await start(folder)).output().stdout).not.toContain("permissions");
  },
);

test.skipIf(process.platform === "win32")(
  "refuses an archive folder that others can read and that holds other things",
  async () => {
    const folder = createFolder();
    const shared = join(folder, "shared");
    mkdirSync(shared, { mode: 0o755 });
    writeFileSync(join(shared, "notes.txt"), "");
    expectOneLine(
      await run(folder, [], { SINKOVE_ARCHIVES: "shared" }),
      "keeps the archives and other things too",
    );
    expect(modeOf(shared)).toBe("755");
    rmSync(join(shared, "notes.txt"));
    expect((await start(folder, { SINKOVE_ARCHIVES: "shared" })).url).toMatch(/^http/);
    expect(modeOf(shared)).toBe("700");
  },
);

test("leaves the database of another program as it is, and says so", async () => {
  const folder = createFolder();
  const database = new DatabaseSync(join(folder, "sinkove.db"));
  database.exec("create table notes (text)");
  database.close();
  expectOneLine(await run(folder), "is the database of another program");
});
