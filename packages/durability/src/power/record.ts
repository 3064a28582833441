import { relative } from "node:path";
import { bytesOf, type Call, callsOf, lastNumberOf, namedPathsOf, openPathsOf } from "./call.ts";
import type { Operation } from "./operation.ts";

/**
 * Reads from a trace what a program did in the folder in which it ran, and which responses it sent.
 *
 * @throws Error if it did something there that is not supported
 */
export function readRecord(record: string, folder: string): Operation[] {
  const reader = new RecordReader(folder);
  for (const call of callsOf(record)) reader.read(call);
  return reader.operations;
}

/** Calls that change files by path. */
const BY_NAME: Readonly<Record<string, (path: string, to: string) => Operation>> = {
  mkdir: (path) => ({ kind: "create", path, isFolder: true }),
  link: (path, to) => ({ kind: "link", path, to }),
  rename: (path, to) => ({ kind: "rename", path, to }),
  unlink: (path) => ({ kind: "remove", path }),
  rmdir: (path) => ({ kind: "remove", path }),
};

/** Calls that change open files. */
const BY_DESCRIPTOR: ReadonlySet<string> = new Set([
  ...["write", "writev", "pwrite64", "pwritev", "lseek", "ftruncate"],
  ...["fsync", "fdatasync", "mmap"],
]);

const RECEIPT = /^HTTP\/1\.1 \d.*?\r\nX-Request-ID: ([^\r]+)/gims;

class RecordReader {
  readonly operations: Operation[] = [];
  readonly #folder: string;
  /** The line in which each operation ended. */
  readonly #lines: number[] = [];
  /** The position of each descriptor. */
  readonly #positions = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(call: Call): void {
    for (const operation of this.#operationsOf(call)) {
      this.operations.push(operation);
      this.#lines.push(call.ended);
    }
  }

  #operationsOf(call: Call): Operation[] {
    const { name } = call;
    if (name === "open" || name === "openat") return this.#opening(call);
    if (BY_DESCRIPTOR.has(name)) return this.#changingOpen(call);
    const names = namedPathsOf(call, this.#folder).map((path) => this.#inside(path));
    const operationOf = BY_NAME[name.replace(/at$/, "")];
    const [path, to = ""] = names;
    if (operationOf) return path === undefined ? [] : [operationOf(path, to)];
    const open = openPathsOf(call).map((each) => this.#inside(each));
    const touched = [...names, ...open].find((each) => each !== undefined);
    return touched === undefined ? [] : refuse(call, touched);
  }

  #opening(call: Call): Operation[] {
    const [path] = namedPathsOf(call, this.#folder).map((each) => this.#inside(each));
    if (path === undefined) return [];
    if (/\bO_(?:APPEND|TMPFILE)\b/.test(call.args)) refuse(call, path);
    this.#positions.set(firstNumberOf(call.result), 0);
    const operations: Operation[] = [];
    if (/\bO_CREAT\b/.test(call.args)) operations.push({ kind: "create", path, isFolder: false });
    if (/\bO_TRUNC\b/.test(call.args)) operations.push({ kind: "truncate", path, size: 0 });
    return operations;
  }

  #changingOpen(call: Call): Operation[] {
    const [file = "/"] = openPathsOf(call);
    if (file.startsWith("socket:")) return answersIn(bytesOf(call));
    const path = this.#inside(file);
    return path === undefined ? [] : this.#changing(call, path);
  }

  #changing(call: Call, path: string): Operation[] {
    switch (call.name) {
      case "lseek":
        this.#positions.set(firstNumberOf(call.args), Number(call.result));
        return [];
      case "ftruncate":
        return [{ kind: "truncate", path, size: lastNumberOf(call) }];
      case "fsync":
      case "fdatasync":
        return [{ kind: "sync", path, began: this.#countBefore(call.began) }];
      case "mmap":
        return /\bMAP_SHARED\b/.test(call.args) ? [{ kind: "share", path }] : [];
      default:
        return [{ kind: "write", path, offset: this.#offsetOf(call, path), bytes: bytesOf(call) }];
    }
  }

  /** The offset of a write: its argument, or else the end of the previous write. */
  #offsetOf(call: Call, path: string): number {
    if (call.name.startsWith("pwrite")) return lastNumberOf(call);
    const descriptor = firstNumberOf(call.args);
    const offset = this.#positions.get(descriptor) ?? refuse(call, path);
    this.#positions.set(descriptor, offset + Number(call.result));
    return offset;
  }

  /** How many operations had ended before a line. */
  #countBefore(line: number): number {
    return this.#lines.findLastIndex((ended) => ended < line) + 1;
  }

  /** The path inside the folder; undefined for paths elsewhere. */
  #inside(path: string): string | undefined {
    const within = relative(this.#folder, path);
    return within === ".." || within.startsWith("../") ? undefined : within;
  }
}

function answersIn(bytes: Buffer): Operation[] {
  const answers = bytes.toString("latin1").matchAll(RECEIPT);
  return Array.from(answers, ([, receipt = ""]) => ({ kind: "answer", receipt }));
}

function firstNumberOf(text: string): string {
  return /^\d+/.exec(text)?.[0] ?? "";
}

function refuse({ name, args }: Call, path: string): never {
  throw new Error(`What ${name} does to ${path} is not understood: ${args.slice(-200)}`);
}
