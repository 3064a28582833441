import type { Files } from "../../files.ts";

const CONSTANTS = { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512 };

function failure(code: string, call: string, path: string): Error {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "no such file or directory",
    EEXIST: "file already exists",
  };
  const message = `${code}: ${reasons[code] ?? code}, ${call} '${path}'`;
  return Object.assign(new Error(message), { code, syscall: call, path });
}

/** Implements the part of `node:fs/promises` that programs use, over files in memory. */
export function createFileSystem(files: Files): Readonly<Record<string, unknown>> {
  const read = (path: string, call: string): Uint8Array<ArrayBuffer> => {
    const bytes = files.read(path);
    if (bytes) return bytes;
    throw failure("ENOENT", call, path);
  };
  // Folders are those that mkdir created, and those that contain a file.
  const folders = new Set([".", "/"]);
  const isFolder = (path: string): boolean =>
    folders.has(path) || files.names.some((name) => name.startsWith(`${path}/`));
  const write = (path: string, data: string | Uint8Array): void =>
    files.write(path, typeof data === "string" ? new TextEncoder().encode(data) : data);
  const stat = async (path: string) =>
    isFolder(`${path}`) ? statOf(new Uint8Array(), true) : statOf(read(`${path}`, "stat"));
  return {
    constants: CONSTANTS,
    async readFile(path: string, options?: string | { encoding?: string }) {
      const bytes = read(`${path}`, "open");
      const encoding = typeof options === "string" ? options : options?.encoding;
      return encoding ? new TextDecoder().decode(bytes) : bytes;
    },
    writeFile: async (path: string, data: string | Uint8Array) => write(`${path}`, data),
    appendFile: async (path: string, data: string | Uint8Array) =>
      files.append(`${path}`, typeof data === "string" ? new TextEncoder().encode(data) : data),
    stat,
    lstat: stat, // there are no links
    access: async (path: string) => void read(`${path}`, "access"),
    readdir: async (path: string) =>
      files.names.filter((name) => isSameFolder(dirname(name), `${path}`)).map(basename),
    mkdir: async (path: string) => void folders.add(`${path}`),
    async unlink(path: string) {
      if (!files.delete(path)) throw failure("ENOENT", "unlink", path);
    },
    async rm(path: string, { force = false } = {}) {
      if (!files.delete(path) && !force) throw failure("ENOENT", "rm", path);
    },
    async rename(from: string, to: string) {
      files.write(to, read(from, "rename"));
      files.delete(from);
    },
    async link(from: string, to: string) {
      if (files.read(to)) throw failure("EEXIST", "link", to);
      files.write(to, read(from, "link"));
    },
    open: async (path: string, flags: string | number = "r") => openFile(files, path, flags),
  };
}

function statOf({ length: size }: Uint8Array, isFolder = false) {
  return { size, nlink: 1, isFile: () => !isFolder, isDirectory: () => isFolder };
}

/** Returns the folder of a path, like `node:path` on POSIX. */
export function dirname(path: string): string {
  const end = path.replace(/\/+$/, "").lastIndexOf("/");
  if (end === -1) return path.startsWith("/") ? "/" : ".";
  return path.slice(0, end) || "/";
}

/** Returns the last part of a path, like `node:path` on POSIX. */
export function basename(path: string): string {
  return path.replace(/\/+$/, "").replace(/^.*\//s, "");
}

/** Whether two paths are the same folder. Relative paths start at "/", where programs run. */
function isSameFolder(one: string, other: string): boolean {
  const [own, its] = [one, other].map((path) =>
    path.split("/").filter((part) => part !== "" && part !== "."),
  );
  return String(own) === String(its);
}

function openFile(files: Files, path: string, flags: string | number) {
  const creates = typeof flags === "number" ? (flags & CONSTANTS.O_CREAT) !== 0 : flags !== "r";
  const empties = typeof flags === "number" ? (flags & CONSTANTS.O_TRUNC) !== 0 : /w/.test(flags);
  const isNew = typeof flags === "number" ? (flags & CONSTANTS.O_EXCL) !== 0 : flags.includes("x");
  if (!files.read(path) && !creates) throw failure("ENOENT", "open", path);
  if (files.read(path) && isNew) throw failure("EEXIST", "open", path);
  if (!files.read(path) || empties) files.write(path, new Uint8Array());
  const content = (): Uint8Array => files.read(path) ?? new Uint8Array();
  return {
    async read(buffer: Uint8Array, offset: number, length: number, position: number) {
      const part = content().subarray(position, position + length);
      buffer.set(part, offset);
      return { bytesRead: part.length, buffer };
    },
    async write(bytes: Uint8Array, offset = 0, length?: number, position?: number) {
      const part = bytes.subarray(offset, length === undefined ? undefined : offset + length);
      const before = content();
      const start = position ?? before.length;
      const whole = new Uint8Array(Math.max(before.length, start + part.length));
      whole.set(before);
      whole.set(part, start);
      files.write(path, whole);
      return { bytesWritten: part.length, buffer: bytes };
    },
    truncate: async (length = 0) => files.write(path, content().slice(0, length)),
    stat: async () => statOf(content()),
    readFile: async () => content(),
    writeFile: async (data: Uint8Array) => files.write(path, data),
    sync: async () => undefined,
    datasync: async () => undefined,
    close: async () => undefined,
  };
}
