import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { CONTENT, ETAG, files, SHA256, SIZE } from "./file-server.ts";
import { ID } from "./harness.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, "a.zip");
});

test("a broken connection is resumed with Range and If-Range", async () => {
  const { sinkove, seen, sent, runtime } = files({ breaks: [10_000, 10_000, 10_000, 5_000, 100] });
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
  expect(seen[2]?.headers.get("range")).toBe(`bytes=${sent[1]?.[0]}-`);
  expect(seen[2]?.headers.get("if-range")).toBe(ETAG);
  for (const [index, [from]] of sent.entries()) expect(from).toBe(sent[index - 1]?.[1] ?? 0);
});

test("a weak ETag is not sent in If-Range", async () => {
  const { sinkove, seen, runtime } = files({ breaks: [10_000], etag: 'W/"one"' });
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(seen[2]?.headers.has("range")).toBe(true);
  expect(seen[2]?.headers.has("if-range")).toBe(false);
});

test("a server that ignores Range and breaks at random ends, however often it begins again", async () => {
  const breaks = Array.from({ length: 1000 }, (_, index) => (index % 2 ? 10_000 : 20_000));
  const { sinkove, sent, runtime } = files({ breaks, ignoresRange: true }, { maxRetries: 3 });
  const { error } = await runtime.run(sinkove.datasets.download(ID, path).safe());
  expect(error).toMatchObject({ code: "CONNECTION_FAILED" });
  expect(sent).toHaveLength(4);
});

test("a server that ignores Range is read from the start", async () => {
  const { sinkove, runtime } = files({ breaks: [10_000], ignoresRange: true });
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
});

test("killed at random points and started again, it is never wrong and fetches nothing twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: SIZE - 1 }), { maxLength: 4 }),
      async (kills) => {
        await rm(path, { force: true });
        const ranges: [number, number][] = [];
        for (const bytes of [...kills, SIZE]) {
          const { sinkove, sent, runtime } = files({ breaks: [bytes] });
          await runtime
            .run(sinkove.datasets.download(ID, path, { maxRetries: 0 }))
            .catch((error: unknown) => expect(error).toMatchObject({ code: "CONNECTION_FAILED" }));
          ranges.push(...sent);
          const isThere = (await readdir(folder)).includes("a.zip");
          if (isThere) break;
        }
        expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
        for (const [index, [from]] of ranges.entries())
          expect(from).toBe(ranges[index - 1]?.[1] ?? 0);
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);

test("a damaged part of an earlier run is downloaded again, once", async () => {
  await writeFile(`${path}.${SHA256.slice(0, 16)}.part`, new Uint8Array(20_000).fill(7));
  const { sinkove, sent, runtime } = files();
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(sent).toEqual([
    [20_000, SIZE],
    [0, SIZE],
  ]);
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
});
