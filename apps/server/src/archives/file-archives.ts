import { access, constants, type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ByteRange } from "@sinkove/api";
import { codeOf } from "../start-error.ts";
import { syncFolder } from "../sync-folder.ts";
import type { Archives } from "./archives.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** How much to read at once for readers without a buffer, in bytes. */
const CHUNK = 64 * 1024;

/** Archives as files in a folder that only their owner can read. */
export function fileArchives(folder: string): Archives {
  const pathOf = (name: string): string => {
    if (basename(name) !== name) throw new TypeError(`An archive is not named ${name}.`);
    return join(folder, name);
  };
  return {
    async check() {
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (made !== undefined) await syncFolder(dirname(made));
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    },
    async write(name, chunks) {
      const path = pathOf(name);
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
      // The caller forgets a removed archive, so it must not come back after a loss of power.
      await syncFolder(folder);
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

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "r");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Reads only what the reader takes: an idle reader keeps a file open, but nothing in memory. */
function streamOf(file: FileHandle, { start, end }: ByteRange): ReadableStream<Bytes> {
  let position = start;
  return new ReadableStream({
    type: "bytes",
    autoAllocateChunkSize: CHUNK,
    async pull(controller) {
      // Always present, because `autoAllocateChunkSize` allocates memory for readers without a buffer.
      const request = controller.byobRequest as ReadableStreamBYOBRequest & {
        readonly view: Bytes;
      };
      try {
        const length = Math.min(request.view.length, end - position);
        const { bytesRead } = await file.read(request.view, 0, length, position);
        if (bytesRead === 0) throw new Error("An archive is shorter than it was.");
        position += bytesRead;
        const isLast = position === end;
        if (isLast) await file.close();
        request.respond(bytesRead);
        if (!isLast) return;
        controller.close();
        // A closed stream only resolves pending reads after this call.
        controller.byobRequest?.respond(0);
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    cancel: () => file.close(),
  });
}
