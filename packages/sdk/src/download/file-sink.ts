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
function builtIn(name: string): unknown {
  const module = globalThis.process?.getBuiltinModule?.(name);
  if (module) return module;
  throw new ArgumentError(
    "There is no file system here. Download into memory or to a WritableStream.",
  );
}

/** Judges a path, and looks whether there is a file already, before anything is asked of the API. */
export async function openFile(path: string, strategy: Strategy): Promise<OpenedFile> {
  const fs = builtIn("node:fs/promises") as FileSystem;
  const { dirname } = builtIn("node:path") as typeof import("node:path");
  const sink = (file: DatasetDownload) => fileSink(fs, { path, strategy, file });
  const statOf = (name: string) => fs.stat(name).catch(ignoreMissing);
  const stat = await statOf(path);
  if (stat?.isDirectory() || /^$|[\\/]$/.test(path)) {
    throw new ArgumentError(`${path || "An empty path"} is a folder. Name a file in it.`);
  }
  const folder = dirname(path);
  if (!(await statOf(folder))?.isDirectory()) {
    throw new ArgumentError(`There is no folder ${folder}. Make it, or choose another path.`);
  }
  if (!stat || strategy === "replace") return { sink };
  if (strategy !== "skip") throw existsError(path);
  return { existing: { path, size: stat.size, skipped: true }, sink };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (!/^ENO(ENT|TDIR)$/.test(error.code ?? "")) throw error;
}

function existsError(path: string): DownloadError {
  const message = `There is a file ${path} already. Choose the strategy "replace" or "skip".`;
  return new DownloadError("FILE_EXISTS", message);
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
  const handle = await fs.open(part, fs.constants.O_RDWR | fs.constants.O_CREAT);
  let position = 0;
  const drop = async () => {
    position = 0;
    await handle.truncate(0);
  };
  if ((await handle.stat()).size > file.size) await drop();
  return {
    async *existing() {
      const buffer = new Uint8Array(1 << 20);
      while (true) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    },
    async write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position);
        done += bytesWritten;
        position += bytesWritten;
      }
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
