import { basename as nodeBasename, dirname as nodeDirname } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { Files } from "../../files.ts";
import { basename, createFileSystem, dirname } from "./file-system.ts";

function open() {
  // The cast is safe: programs use only the part of the module that is implemented.
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

  test("rejects if the path does not exist, as does lstat", async () => {
    const { fs } = open();
    await expect(fs.stat("missing")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(fs.lstat("missing")).rejects.toMatchObject({ code: "ENOENT" });
  });
});

test("readdir lists the files of one folder", async () => {
  const { fs } = open();
  for (const path of ["one.zip", "/two.zip", "films/three.zip"]) await fs.writeFile(path, "x");
  expect(await fs.readdir(".")).toEqual(["one.zip", "two.zip"]);
  expect(await fs.readdir("/")).toEqual(["one.zip", "two.zip"]);
  expect(await fs.readdir("./films/")).toEqual(["three.zip"]);
});

test("open with O_EXCL rejects for a file that is there", async () => {
  const { fs } = open();
  const { O_CREAT, O_EXCL, O_RDWR } = fs.constants;
  const flags = O_RDWR | O_CREAT | O_EXCL;
  await (await fs.open("one.zip", flags)).close();
  await expect(fs.open("one.zip", flags)).rejects.toMatchObject({ code: "EEXIST" });
  expect((await fs.stat("one.zip")).nlink).toBe(1);
});

test.each(["a.zip", "a/b.zip", "/a.zip", "/", "a/b/", "./a", "../a", ""])(
  "the folder and the last part of %j are those of node:path",
  (path) => {
    expect(basename(path)).toBe(nodeBasename(path));
    expect(dirname(path)).toBe(nodeDirname(path));
  },
);
