import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { DownloadError, GoneError } from "../src/index.ts";
import { CONTENT, files, hangs, SHA256, SIZE } from "./file-server.ts";
import { errorOf, ID, json, problem, type Seen, setUp } from "./harness.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const LIMITS = { timeout: 100, maxRetries: 0 };

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, "a.zip");
});

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

test("a download goes into memory, or to a stream, which is resumed too", async () => {
  const memory = files({ breaks: [9_000] });
  expect(await memory.runtime.run(memory.sinkove.datasets.download(ID))).toEqual(CONTENT);
  const chunks: Uint8Array[] = [];
  const stream = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) });
  const { sinkove, runtime } = files({ breaks: [9_000] });
  await runtime.run(sinkove.datasets.download(ID, stream));
  expect(Buffer.concat(chunks)).toEqual(Buffer.from(CONTENT));
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

test("a digest that is no base64 is ignored", async () => {
  const headers = { "repr-digest": `sha-256=:${"*".repeat(44)}:` };
  const { sinkove, runtime } = files({ respond: () => new Response(CONTENT, { headers }) });
  expect(await runtime.run(sinkove.datasets.download(ID))).toEqual(CONTENT);
});

test.each([-1, 2 ** 53 - 1])("%d bytes do not fit into memory", async (size) => {
  const { sinkove, runtime } = setUp(() => json({ URL: "https://a.test/", size, sha256: SHA256 }));
  const { error } = await runtime.run(sinkove.datasets.download(ID).safe());
  expect(error).toMatchObject({ code: "FILE_FAILED" });
  expect(error?.message).toContain("does not fit into memory");
});

test.each([undefined, 5, "", "../../../../../../x", SHA256.slice(1)])(
  "a download whose SHA-256 is %j fails before a file is made",
  async (sha256) => {
    const { sinkove, runtime } = setUp(() => json({ URL: "https://a.test/", size: 1, sha256 }));
    for (const target of [path, undefined]) {
      const download = sinkove.datasets.download(ID, target as string);
      expect(await errorOf(runtime.run(download))).toMatchObject({ code: "INCOMPLETE" });
    }
    expect(await readdir(folder)).toEqual([]);
  },
);

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
