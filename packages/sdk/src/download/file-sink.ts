import type { FileHandle } from "node:fs/promises";
import type { DatasetDownload } from "@sinkove/contract";
import { ArgumentError } from "../errors/client-errors.ts";
import { DownloadError } from "../errors/dataset-errors.ts";
import type { DownloadedFile, DownloadOptions } from "./options.ts";
import type { Sink } from "./sink.ts";

type FileSystem = typeof import("node:fs/promises");
type Strategy = DownloadOptions["strategy"];

/** A path to download to: either there is a file that is left alone, or a sink can be opened. */
export interface OpenedFile {
  readonly existing?: DownloadedFile;
  readonly sink: (file: DatasetDownload) => Promise<Sink<DownloadedFile>>;
}

/** Not imported, so that bundles for browsers need no stand-in for it. */
function fileSystem(): FileSystem {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs/promises") as FileSystem | undefined;
  if (fs) return fs;
  throw new ArgumentError(
    "There is no file system here. Download into memory or to a WritableStream.",
  );
}

/** Looks whether there is a file already, before anything is asked of the API. */
export async function openFile(path: string, strategy: Strategy): Promise<OpenedFile> {
  const fs = fileSystem();
  const sink = (file: DatasetDownload) => fileSink(fs, { path, strategy, file });
  const stat = await fs.stat(path).catch(ignoreMissing);
  if (stat?.isDirectory()) throw new ArgumentError(`${path} is a folder. Name a file in it.`);
  if (!stat || strategy === "replace") return { sink };
  if (strategy !== "skip") throw existsError(path);
  return { existing: { path, size: stat.size, skipped: true }, sink };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function existsError(path: string): DownloadError {
  const what = `There is a file ${path} already.`;
  return new DownloadError("FILE_EXISTS", `${what} Choose the strategy "replace" or "skip".`);
}

interface FileTarget {
  readonly path: string;
  readonly strategy: Strategy;
  readonly file: DatasetDownload;
}

/**
 * Writes to a name that the content gives (its SHA-256), so that any later run finds what is there
 * already, and two at once write the same bytes to the same places.
 */
async function fileSink(fs: FileSystem, target: FileTarget): Promise<Sink<DownloadedFile>> {
  const { path, file } = target;
  const part = `${path}.${file.sha256.slice(0, 16)}.part`;
  const handle = await open(fs, part);
  let position = 0;
  const drop = async () => {
    position = 0;
    await handle.truncate(0);
  };
  if ((await handle.stat()).size > file.size) await drop();
  return {
    async *existing() {
      for await (const bytes of readAll(handle)) {
        position += bytes.length;
        yield bytes;
      }
    },
    async write(bytes) {
      await writeAll(handle, bytes, position);
      position += bytes.length;
    },
    restart: drop,
    async finish() {
      await handle.sync();
      await handle.close();
      await publish(fs, part, target);
      return { path, size: file.size, skipped: false };
    },
    async fail(_error, isWrong) {
      await handle.close();
      if (isWrong) await fs.rm(part, { force: true });
    },
  };
}

async function open(fs: FileSystem, part: string): Promise<FileHandle> {
  const { constants } = fs;
  return fs.open(part, constants.O_RDWR | constants.O_CREAT, 0o666);
}

async function* readAll(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(1 << 20);
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, start + done);
    done += bytesWritten;
  }
}

/** Gives the whole file its name, in one step. A link, unlike a rename, never replaces a file. */
async function publish(
  fs: FileSystem,
  part: string,
  { path, strategy }: FileTarget,
): Promise<void> {
  if (strategy === "replace") return fs.rename(part, path);
  try {
    await fs.link(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw existsError(path);
    return fs.rename(part, path); // a file system without links
  }
  await fs.unlink(part);
}
