import { readdirSync, rmSync } from "node:fs";
import { link, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { CONTENT, files, SHA256, SIZE } from "./file-server.ts";
import { errorOf, ID } from "./harness.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, "a.zip");
});

test("a file that appears during the download is not replaced, unless that was asked for", async () => {
  const { sinkove, runtime } = files();
  let appeared: Promise<void> | undefined;
  const onProgress = () => {
    appeared ??= writeFile(path, "mine");
  };
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, path, { onProgress })));
  await appeared;
  expect(error).toMatchObject({ code: "FILE_EXISTS" });
  expect(await readFile(path, "utf8")).toBe("mine");
});

test.each(["fail", "skip"] as const)(
  "%s: a race that is lost to the same content is a success, and to other content is not",
  async (strategy) => {
    for (const content of [CONTENT, "mine"]) {
      await rm(path, { force: true });
      const { sinkove, runtime } = files();
      let appeared: Promise<void> | undefined;
      const onProgress = () => {
        appeared ??= writeFile(path, content);
      };
      const { data, error } = await runtime.run(
        sinkove.datasets.download(ID, path, { strategy, onProgress }).safe(),
      );
      await appeared;
      expect(await readFile(path)).toEqual(Buffer.from(content));
      expect(await readdir(folder)).toEqual(["a.zip"]);
      if (content === CONTENT) expect(data).toEqual({ path, size: SIZE, skipped: false });
      else if (strategy === "skip") expect(data).toEqual({ path, size: 4, skipped: true });
      else expect(error?.code).toBe("FILE_EXISTS");
    }
  },
);

test("tasks of one process that download to one path all succeed", async () => {
  const { sinkove, runtime } = files();
  const strategies = ["fail", "skip", "replace", "fail"] as const;
  const downloads = strategies.map((strategy) =>
    sinkove.datasets.download(ID, path, { strategy }).safe(),
  );
  for (const { error } of await runtime.run(Promise.all(downloads))) expect(error).toBeUndefined();
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
  expect(await readdir(folder)).toEqual(["a.zip"]);
});

test("a temporary file that is linked to the target is not written to", async () => {
  // This is the state after a kill between linking the file to its name and removing the temporary file.
  await writeFile(path, "mine");
  await link(path, `${path}.${SHA256.slice(0, 16)}.part`);
  const other = await open(path);
  const { sinkove, runtime } = files();
  await runtime.run(sinkove.datasets.download(ID, path, { strategy: "replace" }));
  expect(await other.readFile("utf8")).toBe("mine");
  await other.close();
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
});

test("a temporary file that is removed meanwhile is an error that names the file", async () => {
  const { sinkove, runtime } = files();
  const onProgress = ({ received }: { received: number }) => {
    if (received === SIZE) for (const name of readdirSync(folder)) rmSync(join(folder, name));
  };
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, path, { onProgress })));
  expect(error).toMatchObject({ name: "DownloadError", code: "FILE_FAILED" });
  expect(error.message).toBe(`The file ${path} cannot be written: ENOENT. See the cause.`);
});
