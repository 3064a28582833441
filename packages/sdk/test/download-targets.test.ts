import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { CONTENT, files } from "./file-server.ts";
import { errorOf, ID } from "./harness.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, "a.zip");
});

test("fail, skip and replace do what they say", async () => {
  await writeFile(path, "mine");
  const { sinkove, seen, runtime } = files();
  const failed = await errorOf(runtime.run(sinkove.datasets.download(ID, path)));
  expect(failed).toMatchObject({ code: "FILE_EXISTS" });
  const skipped = await runtime.run(sinkove.datasets.download(ID, path, { strategy: "skip" }));
  expect(skipped).toEqual({ path, size: 4, skipped: true });
  expect(seen).toEqual([]);
  expect(await readFile(path, "utf8")).toBe("mine");
  await runtime.run(sinkove.datasets.download(ID, path, { strategy: "replace" }));
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
});

test("a link to nothing takes its name, before anything is sent", async () => {
  await symlink(join(folder, "gone"), path);
  const { sinkove, seen, runtime } = files();
  for (const strategy of ["fail", "skip"] as const) {
    const download = sinkove.datasets.download(ID, path, { strategy });
    expect(await errorOf(runtime.run(download))).toMatchObject({ code: "FILE_EXISTS" });
  }
  expect(seen).toEqual([]);
  await runtime.run(sinkove.datasets.download(ID, path, { strategy: "replace" }));
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
});

test("a name may be as long as the file system allows", async () => {
  const name = "🦴".repeat(63); // 252 bytes in UTF-8
  const { sinkove, runtime } = files();
  await runtime.run(sinkove.datasets.download(ID, join(folder, name)));
  expect(await readdir(folder)).toEqual([name]);
});

test("replace replaces a link, not the file that it points to", async () => {
  const target = join(folder, "target");
  await writeFile(target, "mine");
  await symlink(target, path);
  const { sinkove, runtime } = files();
  await runtime.run(sinkove.datasets.download(ID, path, { strategy: "replace" }));
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
  expect(await readFile(target, "utf8")).toBe("mine");
});

test.each(["fail", "skip", "replace"] as const)("a folder is no file: %s", async (strategy) => {
  const { sinkove, seen, runtime } = files();
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, folder, { strategy })));
  expect(error).toMatchObject({
    name: "ArgumentError",
    message: expect.stringContaining("is a folder"),
  });
  expect(seen).toEqual([]);
});

test.each<[string, string, RegExp]>([
  ["an empty path", "", /^An empty path is a folder\. Name a file in it\.$/],
  ["a path that ends with a slash", "new/", /new\/ is a folder\. Name a file in it\.$/],
  ["a folder that is missing", "none/a.zip", /^The folder .*none does not exist\. Create it, or/],
  ["a folder that is a file", "mine.txt/a.zip", /^The folder .*mine\.txt does not exist\. Create/],
  [
    "a folder below a file",
    "mine.txt/b/a.zip",
    /^The folder .*mine\.txt.b does not exist\. Create/,
  ],
])("%s is refused before anything is sent", async (_, name, message) => {
  await writeFile(join(folder, "mine.txt"), "mine");
  const { sinkove, seen, runtime } = files();
  const target = name && `${folder}/${name}`;
  for (const strategy of ["fail", "skip", "replace"] as const) {
    const error = await errorOf(runtime.run(sinkove.datasets.download(ID, target, { strategy })));
    expect(error.name).toBe("ArgumentError");
    expect(error.message).toMatch(message);
  }
  expect(seen).toEqual([]);
  expect(await readdir(folder)).toEqual(["mine.txt"]);
});

test.each<[string, unknown, unknown]>([
  ["a strategy that there is not", undefined, { strategy: "overwrite" }],
  ["a stream of Node's", new PassThrough(), undefined],
])("%s is refused, and the file is left as it is", async (_, target, options) => {
  await writeFile(path, "mine");
  const { sinkove, runtime } = files();
  // JavaScript programs can pass any value.
  const to = (target ?? path) as string;
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, to, options as object)));
  expect(error.message).toMatch(/already\. Choose the strategy|Writable\.toWeb/);
  expect(error).toHaveProperty("code");
  expect(await readFile(path, "utf8")).toBe("mine");
});

test.each<unknown>([5, true, {}, Symbol("a")])(
  "the target %s is refused before anything is sent",
  async (target) => {
    const { sinkove, seen, runtime } = files();
    const error = await errorOf(runtime.run(sinkove.datasets.download(ID, target as string)));
    expect(error.message).toMatch(/^Download into memory, to a path or to a WritableStream/);
    expect(seen).toEqual([]);
  },
);

test("any path is written to or refused by an error of this package", async () => {
  const names = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("a".repeat(300), "a\0b", "..", ".", "\ud800", "a.zip"),
  );
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      const { sinkove, runtime } = files();
      const inFolder = `${folder}/${name.replaceAll("/", "_")}`;
      const download = sinkove.datasets.download(ID, inFolder, { strategy: "replace" });
      expect(await runtime.run(download.safe())).toHaveProperty("error");
    }),
    { numRuns: 50 },
  );
});
