import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readlinkSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { CreateBucketCommand, ListMultipartUploadsCommand, S3Client } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, test } from "vitest";
import { type Archives, openCheckedArchives } from "../src/archives/archives.ts";
import { startS3 } from "./s3-server.ts";
import { createFolder } from "./server-process.ts";

const MEBIBYTE = 1024 * 1024;
const NAME = "0192a3c4.a.zip";

async function* inChunks(bytes: Uint8Array, size = 100_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

async function* breaking(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inChunks(bytes);
  throw new Error("The generator broke.");
}

async function read(archives: Archives, start: number, end: number): Promise<Buffer | undefined> {
  const part = await archives.read(NAME, { start, end });
  return part && Buffer.from(await new Response(part).arrayBuffer());
}

interface Home {
  readonly archives: Archives;
  /** The files that an unfinished `write` leaves. */
  readonly leftovers: () => Promise<unknown[]>;
}

const homes: Readonly<Record<string, () => Promise<Home>>> = {
  folder: async () => {
    const folder = join(createFolder(), "archives");
    const archives = await openCheckedArchives({ kind: "folder", folder });
    return { archives, leftovers: async () => (existsSync(folder) ? readdirSync(folder) : []) };
  },
  bucket: async () => {
    const variables = await startS3();
    Object.assign(process.env, variables);
    const client = new S3Client({ forcePathStyle: true });
    const Bucket = "archives";
    const constraint = { LocationConstraint: "eu-central-1" } as const;
    await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: constraint }));
    const archives = await openCheckedArchives({ kind: "s3", bucket: Bucket, prefix: "sinkove/" });
    const missing = openCheckedArchives({ kind: "s3", bucket: "nowhere", prefix: "" });
    await expect(missing).rejects.toThrow("The bucket nowhere, which keeps the archives, cannot");
    const leftovers = async () =>
      (await client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads ?? [];
    return { archives, leftovers };
  },
};

describe.each(Object.entries(homes))("archives in a %s", (_kind, openHome) => {
  let home: Home;
  // The first use installs a server with the S3 protocol.
  beforeEach(async () => {
    home = await openHome();
  }, 300_000);

  test.each([1, 4096, 12 * MEBIBYTE])("give back %i bytes, and any part of them", async (size) => {
    const { archives } = home;
    const bytes = randomBytes(size);
    await archives.write(NAME, inChunks(bytes));
    expect((await read(archives, 0, size))?.equals(bytes)).toBe(true);
    const middle = Math.floor(size / 2);
    expect((await read(archives, middle, size))?.equals(bytes.subarray(middle))).toBe(true);
    expect((await read(archives, 0, 1))?.equals(bytes.subarray(0, 1))).toBe(true);
  });

  test("have nothing under a name before the write is complete, or after the archive is removed", async () => {
    const { archives } = home;
    const seen: unknown[] = [];
    async function* looking(): AsyncGenerator<Uint8Array> {
      yield randomBytes(MEBIBYTE);
      seen.push(await read(archives, 0, 1));
      yield randomBytes(MEBIBYTE);
    }
    await archives.write(NAME, looking());
    expect(seen).toEqual([undefined]);
    expect(await read(archives, 0, 1)).toHaveLength(1);
    await archives.remove(NAME);
    expect(await read(archives, 0, 1)).toBeUndefined();
    await archives.remove(NAME);
  });

  test("are served even while 60 clients have started to read and stopped", async () => {
    const { archives } = home;
    const bytes = randomBytes(8 * MEBIBYTE);
    await archives.write(NAME, inChunks(bytes));
    const range = { start: 0, end: bytes.length };
    const slow = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const reader = new Response(await archives.read(NAME, range)).body?.getReader();
        await reader?.read();
        return reader;
      }),
    );
    expect((await read(archives, 0, bytes.length))?.equals(bytes)).toBe(true);
    for (const reader of slow) await reader?.cancel();
  });

  test("leave nothing of a failed write after it is removed", async () => {
    const { archives, leftovers } = home;
    const writing = archives.write(NAME, breaking(randomBytes(12 * MEBIBYTE)));
    await expect(writing).rejects.toThrow("The generator broke.");
    expect(await read(archives, 0, 1)).toBeUndefined();
    await archives.remove(NAME);
    expect(await leftovers()).toEqual([]);
  });
});

describe("archives in a folder", () => {
  const hasProc = existsSync("/proc/self/fd");
  /** The files in the folder that this process has open. */
  const openFiles = (folder: string): string[] =>
    readdirSync("/proc/self/fd").flatMap((fd) => {
      const link = `/proc/self/fd/${fd}`;
      const target = existsSync(link) ? readlinkSync(link) : "";
      return target.startsWith(folder) ? [target] : [];
    });

  async function openFolder() {
    const folder = join(createFolder(), "archives");
    const archives = await openCheckedArchives({ kind: "folder", folder });
    await archives.write(NAME, inChunks(randomBytes(MEBIBYTE)));
    return { folder, archives, path: join(folder, NAME) };
  }

  test("are for their owner only", async () => {
    const { folder, path } = await openFolder();
    expect([statSync(folder).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  test.runIf(hasProc)(
    "are closed when the reader has read everything, leaves or fails",
    async () => {
      const { folder, path, archives } = await openFolder();
      const range = { start: 0, end: MEBIBYTE };
      expect(await read(archives, 0, MEBIBYTE)).toHaveLength(MEBIBYTE);
      expect(openFiles(folder)).toEqual([]);

      const left = new Response(await archives.read(NAME, range)).body?.getReader();
      await left?.read();
      expect(openFiles(folder)).toEqual([path]);
      await left?.cancel();
      expect(openFiles(folder)).toEqual([]);

      const cut = new Response(await archives.read(NAME, range));
      truncateSync(path, 1000);
      await expect(cut.arrayBuffer()).rejects.toThrow("shorter");
      expect(openFiles(folder)).toEqual([]);
    },
  );

  test("can be read to the end with a single reused buffer", async () => {
    const { archives } = await openFolder();
    const whole = await read(archives, 0, MEBIBYTE);
    const part = await archives.read(NAME, { start: 0, end: MEBIBYTE });
    if (!(part instanceof ReadableStream)) throw new Error("It is no stream.");
    const reader = part.getReader({ mode: "byob" });
    let memory = new ArrayBuffer(300_000);
    const parts: Buffer[] = [];
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(memory));
      if (done) break;
      parts.push(Buffer.from(value));
      memory = value.buffer;
    }
    expect(Buffer.concat(parts).equals(whole ?? Buffer.of())).toBe(true);
  });

  test("are refused where the folder is a file", async () => {
    const { path } = await openFolder();
    const refused = openCheckedArchives({ kind: "folder", folder: path });
    await expect(refused).rejects.toThrow("cannot be written (EEXIST). Make it writable, or name");
  });

  test("are never looked up outside it", async () => {
    const { archives } = await openFolder();
    await expect(archives.read("../sinkove.db", { start: 0, end: 1 })).rejects.toThrow("not named");
  });
});
