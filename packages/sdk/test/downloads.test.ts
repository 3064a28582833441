import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { link, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createPortableSha256 } from "../src/download/sha256.ts";
import { DownloadError, GoneError, type SinkoveOptions } from "../src/index.ts";
import { errorOf, ID, json, problem, type Seen, setUp } from "./harness.ts";

const SIZE = 50_000;
const CONTENT = Uint8Array.from({ length: SIZE }, (_, index) => (index * 31 + (index >> 8)) % 256);
const SHA256 = createHash("sha256").update(CONTENT).digest("hex");
const ETAG = '"one"';
const LIMITS = { timeout: 100, maxRetries: 0 };

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sinkove-sdk-"));
  path = join(folder, "a.zip");
});
afterEach(() => rm(folder, { recursive: true, maxRetries: 5 }));

interface Files {
  /** After how many bytes each answer breaks; none: it does not. */
  readonly breaks?: number[];
  readonly content?: Uint8Array;
  readonly ignoresRange?: boolean;
  readonly etag?: string;
  readonly respond?: (seen: Seen, index: number) => Response | undefined;
}

/** A server of one file. `sent` lists the ranges that it sent. */
function files(
  { breaks = [], content = CONTENT, ignoresRange, etag = ETAG, respond }: Files = {},
  options: SinkoveOptions = {},
) {
  const sent: [from: number, to: number][] = [];
  const client = setUp((seen, index) => {
    if (seen.url.endsWith("/urls/download")) {
      return json({ URL: "https://files.test/token", size: SIZE, sha256: SHA256 });
    }
    const other = respond?.(seen, index);
    if (other) return other;
    const start = ignoresRange ? 0 : Number(/\d+/.exec(seen.headers.get("range") ?? "")?.[0] ?? 0);
    const end = Math.min(SIZE, start + (breaks.shift() ?? SIZE));
    sent.push([start, end]);
    const headers: Record<string, string> = { etag };
    if (start > 0) headers["content-range"] = `bytes ${start}-${SIZE - 1}/${SIZE}`;
    return new Response(chunked(content, start, end), { status: start > 0 ? 206 : 200, headers });
  }, options);
  return { ...client, sent };
}

/** An answer whose body never comes. */
function hangs(): Response {
  return new Response(new ReadableStream({}));
}

function chunked(content: Uint8Array, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start;
  return new ReadableStream({
    pull(controller) {
      if (at < end) {
        const next = Math.min(end, at + 4_096);
        controller.enqueue(content.slice(at, next));
        at = next;
      } else if (end < SIZE) controller.error(new TypeError("terminated"));
      else controller.close();
    },
  });
}

test("a fetch that throws at once is a connection that failed, and no timer is left", async () => {
  const { sinkove, runtime } = setUp(() => json({}), {
    maxRetries: 0,
    fetch: (input) => {
      if (!String(input).startsWith("https://files.test")) {
        const file = { URL: "https://files.test/token", size: SIZE, sha256: SHA256 };
        return Promise.resolve(json(file));
      }
      throw new TypeError("This fetch is strict.");
    },
  });
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID)));
  expect(error).toMatchObject({ name: "ConnectionError", code: "CONNECTION_FAILED" });
  expect(runtime.pending()).toBe(0);
});

test("a file comes whole, and nothing else is left in the folder", async () => {
  const { sinkove, runtime } = files();
  const progress: number[] = [];
  const download = sinkove.datasets.download(ID, path, {
    onProgress: ({ received }) => progress.push(received),
  });
  expect(await runtime.run(download)).toEqual({ path, size: SIZE, skipped: false });
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
  expect(await readdir(folder)).toEqual(["a.zip"]);
  expect(progress.at(-1)).toBe(SIZE);
});

test("a broken connection is resumed with Range and If-Range", async () => {
  const { sinkove, seen, sent, runtime } = files({ breaks: [10_000, 10_000, 10_000, 5_000, 100] });
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
  expect(seen[2]?.headers.get("range")).toBe(`bytes=${sent[1]?.[0]}-`);
  expect(seen[2]?.headers.get("if-range")).toBe(ETAG);
  for (const [index, [from]] of sent.entries()) expect(from).toBe(sent[index - 1]?.[1] ?? 0);
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

test("what an earlier run left damaged is fetched anew, once", async () => {
  await writeFile(`${path}.${SHA256.slice(0, 16)}.part`, new Uint8Array(20_000).fill(7));
  const { sinkove, sent, runtime } = files();
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(sent).toEqual([
    [20_000, SIZE],
    [0, SIZE],
  ]);
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
});

test("a server that ignores Range is read from the start", async () => {
  const { sinkove, runtime } = files({ breaks: [10_000], ignoresRange: true });
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(await readFile(path)).toEqual(Buffer.from(CONTENT));
});

test("a wrong SHA-256 is refused, and leaves nothing", async () => {
  const { sinkove, runtime } = files({ content: new Uint8Array(SIZE) });
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, path)));
  expect(error).toBeInstanceOf(DownloadError);
  expect(error.code).toBe("CHECKSUM_MISMATCH");
  expect(await readdir(folder)).toEqual([]);
});

test("another file under the same URL is refused by its digest, before it is written", async () => {
  const digest = `sha-256=:${createHash("sha256").update("other").digest("base64")}:`;
  const { sinkove, runtime } = files({
    respond: () => new Response("other", { headers: { "repr-digest": digest } }),
  });
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, path)));
  expect(error.code).toBe("CHECKSUM_MISMATCH");
});

test("an expired URL is replaced by a new one", async () => {
  const { sinkove, seen, runtime } = files({
    respond: (_, index) => (index === 1 ? new Response(null, { status: 410 }) : undefined),
  });
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(seen.map(({ url }) => url.endsWith("/urls/download"))).toEqual([true, false, true, false]);
});

test("a URL whose key has lost its access ends the download, with the part that came kept", async () => {
  const revoked = () =>
    problem(410, "DOWNLOAD_REVOKED", { more: { detail: "Ask with another key." } });
  const { sinkove, seen, runtime } = files({
    breaks: [10_000],
    respond: (_, index) => (index === 2 ? revoked() : undefined),
  });
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, path)));
  expect(error).toBeInstanceOf(GoneError);
  expect(error).toMatchObject({ code: "DOWNLOAD_REVOKED", status: 410 });
  expect(error.message).toContain("Ask with another key.");
  expect(seen).toHaveLength(3);
  expect(await readdir(folder)).not.toContain("a.zip");
});

test("a weak ETag is not sent in If-Range", async () => {
  const { sinkove, seen, runtime } = files({ breaks: [10_000], etag: 'W/"one"' });
  await runtime.run(sinkove.datasets.download(ID, path));
  expect(seen[2]?.headers.has("range")).toBe(true);
  expect(seen[2]?.headers.has("if-range")).toBe(false);
});

test("the client's limits hold for downloads too", async () => {
  const busy = () => new Response(null, { status: 503, headers: { "retry-after": "3600" } });
  const respond = (_: Seen, index: number) => (index === 0 ? undefined : busy());
  const patient = files({ respond });
  const error = await errorOf(patient.runtime.run(patient.sinkove.datasets.download(ID)));
  expect(error).toMatchObject({ code: "INCOMPLETE" });
  expect(patient.seen).toHaveLength(2);
  const once = files({ respond: (_, index) => (index === 0 ? undefined : hangs()) }, LIMITS);
  const start = once.runtime.now();
  await errorOf(once.runtime.run(once.sinkove.datasets.download(ID)));
  expect(once.runtime.now() - start).toBe(LIMITS.timeout);
});

test("the client's total limit holds for downloads, unless the call has its own", async () => {
  const respond = (_: Seen, index: number) => (index === 0 ? undefined : hangs());
  const { sinkove, runtime } = files({ respond }, { totalTimeout: 5_000 });
  const start = runtime.now();
  const error = await errorOf(runtime.run(sinkove.datasets.download(ID, path)));
  expect(error).toMatchObject({ code: "TIMEOUT", timeoutMs: 5_000 });
  expect(runtime.now() - start).toBe(5_000);
  const own = errorOf(runtime.run(sinkove.datasets.download(ID, path, { totalTimeout: 70 })));
  expect((await own).timeoutMs).toBe(70);
  expect(runtime.pending()).toBe(0);
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
  // A boundary: programs in JavaScript can pass anything.
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

test("a download goes into memory, or to a stream, which is resumed too", async () => {
  const memory = files({ breaks: [9_000] });
  expect(await memory.runtime.run(memory.sinkove.datasets.download(ID))).toEqual(CONTENT);
  const chunks: Uint8Array[] = [];
  const stream = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) });
  const { sinkove, runtime } = files({ breaks: [9_000] });
  await runtime.run(sinkove.datasets.download(ID, stream));
  expect(Buffer.concat(chunks)).toEqual(Buffer.from(CONTENT));
});

test("SHA-256 without Node gives what Node gives", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 5 }), (parts) => {
      const hash = createPortableSha256();
      for (const part of parts) hash.update(part);
      const expected = createHash("sha256").update(Buffer.concat(parts)).digest("hex");
      expect(hash.digest()).toBe(expected);
    }),
  );
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

test("a temporary file that is also the file of that name is not written to", async () => {
  // As after a kill between the two steps that give a file its name.
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
