import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../start-error.ts";
import type { Archives } from "./archives.ts";

/** So much is read at once, in bytes. */
const CHUNK = 128 * 1024;

/** Archives as files in a folder, which only their owner reads. */
export function fileArchives(folder: string): Archives {
  const pathOf = (name: string): string => {
    if (basename(name) !== name) throw new TypeError(`An archive is not named ${name}.`);
    return join(folder, name);
  };
  return {
    async write(name, chunks) {
      const path = pathOf(name);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (made !== undefined) await syncFolder(dirname(made));
      await writeDurably(`${path}.part`, chunks);
      await rename(`${path}.part`, path);
      await syncFolder(folder);
    },
    async read(name, range) {
      const file = await openIfThere(pathOf(name));
      return file && streamOf(file, range);
    },
    async remove(name) {
      const path = pathOf(name);
      await rm(`${path}.part`, { force: true });
      await rm(path, { force: true });
    },
  };
}

async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name is durable when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  // Windows has no folders that can be opened; there a rename is as durable as it gets.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Reads only what is taken: whoever takes nothing holds a file open, and nothing in memory. */
function streamOf(
  file: FileHandle,
  { start, end }: { readonly start: number; readonly end: number },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = start;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const chunk = new Uint8Array(Math.min(CHUNK, end - position));
          const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
          if (bytesRead === 0) throw new Error("An archive is shorter than it was.");
          position += bytesRead;
          controller.enqueue(chunk.subarray(0, bytesRead));
          if (position < end) return;
          await file.close();
          controller.close();
        } catch (error) {
          await file.close();
          throw error;
        }
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  );
}
