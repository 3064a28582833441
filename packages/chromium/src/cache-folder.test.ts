import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writableFolder } from "./cache-folder.ts";

let folder: string;
let unwritable: string;
let own: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cache-folder-"));
  // The parent is a file, because root can write even to folders without write permission.
  await writeFile(join(folder, "file"), "");
  unwritable = join(folder, "file", "cache");
  own = join(folder, "own");
});
afterEach(() => rm(folder, { recursive: true }));

// Windows has no file modes, and no packed Chromium either.
describe.skipIf(process.platform === "win32")("writableFolder", () => {
  test("makes the shared folder", async () => {
    const shared = join(folder, "deep", "cache");

    expect(await writableFolder(shared, own)).toBe(shared);
    expect((await stat(shared)).isDirectory()).toBe(true);
  });

  test("makes a folder of this user's if the shared one cannot be written to", async () => {
    expect(await writableFolder(unwritable, own)).toBe(own);
    expect((await stat(own)).mode & 0o777).toBe(0o700);
  });

  test("uses this user's folder again", async () => {
    await writableFolder(unwritable, own);

    expect(await writableFolder(unwritable, own)).toBe(own);
  });

  test("refuses a folder that others can write to", async () => {
    await mkdir(own);
    await chmod(own, 0o777);

    await expect(writableFolder(unwritable, own)).rejects.toThrow("Other users can change");
  });

  test("refuses a link", async () => {
    await mkdir(join(folder, "elsewhere"), { mode: 0o700 });
    await symlink(join(folder, "elsewhere"), own);

    await expect(writableFolder(unwritable, own)).rejects.toThrow("Other users can change");
  });
});
