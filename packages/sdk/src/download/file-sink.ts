import type { DatasetDownload } from "@sinkove/contract";
import { ArgumentError } from "../errors/client-errors.ts";
import { DownloadError } from "../errors/dataset-errors.ts";
import { SinkoveError } from "../errors/sinkove-error.ts";
import { refuseApiKey } from "../http/arguments.ts";
import type { DownloadedFile, DownloadOptions } from "./options.ts";
import { openPart } from "./part.ts";
import { createSha256 } from "./sha256.ts";
import type { Sink } from "./sink.ts";

type FileSystem = typeof import("node:fs/promises");
type Strategy = DownloadOptions["strategy"];

/** The path of a download: either it has a file that is kept, or a sink can be opened. */
export interface OpenedFile {
  readonly existing?: DownloadedFile;
  readonly sink: (file: DatasetDownload) => Promise<Sink<DownloadedFile>>;
}

/** Returns a built-in module. It is not imported, so that bundles for browsers need no substitute for it. */
function builtIn(name: string): unknown {
  const module = globalThis.process?.getBuiltinModule?.(name);
  if (module) return module;
  throw new ArgumentError(
    "This runtime has no file system. Download into memory or to a WritableStream.",
  );
}

/** Checks a path, and whether it has a file already, before any request is sent. */
export function openFile(path: string, strategy: Strategy): Promise<OpenedFile> {
  refuseApiKey("The path", path);
  return onDisk(path, () => open(path, strategy))();
}

async function open(path: string, strategy: Strategy): Promise<OpenedFile> {
  const fs = builtIn("node:fs/promises") as FileSystem;
  const { dirname } = builtIn("node:path") as typeof import("node:path");
  const sink = onDisk(path, (file: DatasetDownload) => fileSink(fs, { path, strategy, file }));
  const statOf = (name: string) => fs.stat(name).catch(ignoreMissing);
  const stat = await statOf(path);
  if (stat?.isDirectory() || /^$|[\\/]$/.test(path)) {
    throw new ArgumentError(`${path || "An empty path"} is a folder. Name a file in it.`);
  }
  const folder = dirname(path);
  if (!(await statOf(folder))?.isDirectory()) {
    throw new ArgumentError(
      `The folder ${folder} does not exist. Create it, or choose another path.`,
    );
  }
  // A link to a file that does not exist takes the name too.
  const isTaken = stat ?? (await fs.lstat(path).catch(ignoreMissing));
  if (!isTaken || strategy === "replace") return { sink };
  if (strategy !== "skip" || !stat) throw existsError(path);
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
 * Writes to a temporary file, which gets the final name when it is complete. A later download of
 * the same content resumes where this one ended.
 */
async function fileSink(fs: FileSystem, target: FileTarget): Promise<Sink<DownloadedFile>> {
  const { path, file } = target;
  const part = await openPart({ fs, builtIn, path, sha256: file.sha256 });
  const { handle } = part;
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
    write: onDisk(path, async (bytes) => {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position);
        done += bytesWritten;
        position += bytesWritten;
      }
    }),
    restart: onDisk(path, drop),
    finish: onDisk(path, async () => {
      await handle.sync();
      await handle.close();
      const isMine = await publish(fs, part.name, target);
      await fs.rm(part.name, { force: true });
      await part.removeLeftovers();
      return isMine ? { path, size: file.size, skipped: false } : lostTo(fs, target);
    }),
    async fail(_error, isWrong) {
      await handle.close();
      await (isWrong ? fs.rm(part.name, { force: true }) : part.release());
    },
  };
}

/**
 * Moves the complete file to its final path, atomically. Returns false if the path has a file
 * already. A link, unlike a rename, never replaces a file.
 */
async function publish(
  fs: FileSystem,
  part: string,
  { path, strategy }: FileTarget,
): Promise<boolean> {
  if (strategy === "replace") await fs.rename(part, path);
  else {
    try {
      await fs.link(part, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      if (await fs.stat(path).catch(ignoreMissing)) return false;
      await fs.rename(part, path); // a file system without links
    }
  }
  return true;
}

/**
 * Another process created the file first. It stays. If it has the requested content, the download
 * has succeeded.
 */
async function lostTo(
  fs: FileSystem,
  { path, strategy, file }: FileTarget,
): Promise<DownloadedFile> {
  const hash = createSha256();
  let size = 0;
  const handle = await fs.open(path);
  for await (const bytes of handle.createReadStream()) {
    hash.update(bytes);
    size += bytes.length;
  }
  if (hash.digest() === file.sha256) return { path, size, skipped: false };
  if (strategy !== "skip") throw existsError(path);
  return { path, size, skipped: true };
}

/** Converts errors of the file system to a `DownloadError`. */
function onDisk<Args extends unknown[], T>(
  path: string,
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (cause) {
      if (cause instanceof SinkoveError) throw cause;
      const { code = "an error" } = cause as NodeJS.ErrnoException;
      const message = `The file ${path} cannot be written: ${code}. See the cause.`;
      throw new DownloadError("FILE_FAILED", message, { cause });
    }
  };
}
