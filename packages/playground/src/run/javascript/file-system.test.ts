import { dirname as nodeDirname } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { Files } from "../../files.ts";
import { createFileSystem, dirname } from "./file-system.ts";

function open() {
  // A boundary: programs take it for this, of which it has what they use.
  const fs = createFileSystem(new Files()) as unknown as typeof import("node:fs/promises");
  const isFolder = async (path: string) => (await fs.stat(path)).isDirectory();
  return { fs, isFolder };
}

describe("stat", () => {
  test("knows the folder that a program is in, those that were made, and those of files", async () => {
    const { fs, isFolder } = open();
    await fs.mkdir("made", { recursive: true });
    await fs.writeFile("films/one.zip", "x");
    for (const folder of [".", "/", "made", "films"]) expect(await isFolder(folder)).toBe(true);
    expect(await isFolder("films/one.zip")).toBe(false);
  });

  test("rejects for what is not there", async () => {
    await expect(open().fs.stat("missing")).rejects.toMatchObject({ code: "ENOENT" });
  });
});

test.each(["a.zip", "a/b.zip", "/a.zip", "/", "a/b/", "./a", "../a", ""])(
  "the folder of %j is that of node:path",
  (path) => {
    expect(dirname(path)).toBe(nodeDirname(path));
  },
);
