import { describe, expect, it } from "vitest";
import { readDirectory } from "./directory.ts";
import { ArchiveError, type ReadBytes, rangeReader } from "./range-reader.ts";
import { readEntry } from "./read-entry.ts";
import { zipSamples } from "./zip-samples.ts";

const { deflated, streamed } = zipSamples;

function readerOf(bytes: Uint8Array<ArrayBuffer>, log: [number, number][] = []): ReadBytes {
  return async (start, end) => {
    log.push([start, end]);
    return bytes.slice(start, end);
  };
}

async function textsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  const read = readerOf(bytes);
  const entries = await readDirectory(read, bytes.length);
  const texts = entries.map(async (entry) => {
    const content = await readEntry(read, entry, bytes.length);
    return [entry.name, new TextDecoder().decode(content)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

describe("an archive", () => {
  it("is read with deflated and stored files, names in UTF-8, and a comment", async () => {
    expect(await textsOf(deflated)).toEqual({
      "images/00001.png": "first".repeat(20),
      "images/ü.png": "second",
    });
  });

  it("is read if its sizes follow the contents", async () => {
    expect(await textsOf(streamed)).toEqual({ "images/00001.png": "streamed".repeat(9) });
  });

  it("is listed from its last 64 KiB, however long it is", async () => {
    const front = 1_000_000;
    const long = new Uint8Array(front + deflated.length);
    long.set(deflated, front);
    const end = long.length - 22 - "PK__ a comment".length;
    const view = new DataView(long.buffer);
    view.setUint32(end + 16, view.getUint32(end + 16, true) + front, true);
    const log: [number, number][] = [];
    const entries = await readDirectory(readerOf(long, log), long.length);
    expect(entries).toHaveLength(2);
    expect(log).toEqual([[long.length - 65_557, long.length]]);
  });

  it("reads a directory that is longer than that", async () => {
    const log: [number, number][] = [];
    const bytes = manyFiles(1_500);
    const entries = await readDirectory(readerOf(bytes, log), bytes.length);
    expect(entries.at(-1)?.name).toBe("images/1499.png");
    expect(log).toHaveLength(2);
  });

  it.each([
    ["is empty", new Uint8Array()],
    [
      "is something else",
      new TextEncoder().encode("not a ZIP archive, but long enough for its end"),
    ],
    ["is cut off", deflated.slice(0, -5)],
    ["lost its beginning", deflated.slice(40)],
  ])("is refused if it %s", async (_, bytes) => {
    await expect(textsOf(bytes)).rejects.toThrow(ArchiveError);
  });

  it("is refused if a file inflates to more than the directory says", async () => {
    const read = readerOf(deflated);
    const [entry] = await readDirectory(read, deflated.length);
    if (!entry) throw new Error("The sample has no file.");
    await expect(readEntry(read, { ...entry, size: 10 }, deflated.length)).rejects.toThrow(
      "damaged",
    );
    await expect(readEntry(read, { ...entry, size: 2 ** 31 }, deflated.length)).rejects.toThrow(
      "too large",
    );
    await expect(readEntry(read, { ...entry, method: 12 }, deflated.length)).rejects.toThrow(
      "browsers cannot read",
    );
  });
});

describe("rangeReader", () => {
  const server = (status: number): typeof fetch => {
    return async (_, init) => {
      const range = new Headers(init?.headers).get("Range");
      return new Response(range, { status });
    };
  };

  it("asks for a part", async () => {
    const bytes = await rangeReader("https://example.org/a", server(206))(10, 20);
    expect(new TextDecoder().decode(bytes)).toBe("bytes=10-19");
  });

  it.each([
    [200, "does not send parts"],
    [410, "has expired"],
    [503, "status 503"],
  ])("refuses the status %d", async (status, message) => {
    const read = rangeReader("https://example.org/a", server(status));
    await expect(read(0, 1)).rejects.toThrow(message);
  });
});

/** A directory of files that are not there, with an end. */
function manyFiles(count: number): Uint8Array<ArrayBuffer> {
  const names = Array.from({ length: count }, (_, index) => `images/${index}.png`);
  const length = names.reduce((sum, name) => sum + 46 + name.length, 0);
  const bytes = new Uint8Array(length + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const name of names) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 28, name.length, true);
    bytes.set(new TextEncoder().encode(name), at + 46);
    at += 46 + name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, length, true);
  return bytes;
}
