import { resolve } from "node:path";

/** A successful system call that has returned, in the format of strace with `-y` and `-xx`. */
export interface Call {
  readonly name: string;
  readonly args: string;
  readonly result: string;
  /** The lines of the trace in which it began and ended. */
  readonly began: number;
  readonly ended: number;
}

/** The calls of all threads, in the order in which they returned. */
export function* callsOf(record: string): Generator<Call> {
  const unfinished = new Map<string, { readonly text: string; readonly began: number }>();
  for (const [ended, line] of record.split("\n").entries()) {
    const [, thread = "", text = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, head] = /^(.*) <unfinished \.\.\.>$/.exec(text) ?? [];
    if (head !== undefined) {
      unfinished.set(thread, { text: head, began: ended });
      continue;
    }
    const [, tail] = /^<\.\.\. \w+ resumed>(.*)$/.exec(text) ?? [];
    const first = tail === undefined ? undefined : unfinished.get(thread);
    const whole = first ? first.text + tail : text;
    const [, name = "", args = "", result = ""] = /^(\w+)\((.*)\) += (\d.*)$/.exec(whole) ?? [];
    if (name !== "") yield { name, args, result, began: first?.began ?? ended, ended };
  }
}

/** Texts are hexadecimal, so they contain no delimiters. */
const TEXT = String.raw`(?:\\x[0-9a-f]{2})*`;
const NAMED = new RegExp(`(?:\\w+<(${TEXT})>, )?"(${TEXT})"`, "g");
const OPEN_FILES = new RegExp(`(?:^|, )\\d+<(${TEXT})>(?!\\(deleted)`, "g");
const BYTES = new RegExp(`"(${TEXT})"(\\.\\.\\.)?`, "g");

/** The absolute paths in a call's arguments, for a process that runs in this folder. */
export function namedPathsOf({ args }: Call, folder: string): string[] {
  return [...args.matchAll(NAMED)].map(([, base, name = ""]) =>
    resolve(base === undefined ? folder : decode(base).toString(), decode(name).toString()),
  );
}

/** The paths of a call's descriptors at that time, without deleted files. */
export function openPathsOf({ args }: Call): string[] {
  return [...args.matchAll(OPEN_FILES)].map(([, path = ""]) => decode(path).toString());
}

/** The bytes that a call has written. @throws Error if the trace does not contain all of them */
export function bytesOf({ name, args, result }: Call): Buffer {
  const parts = [...args.matchAll(BYTES)].map(([, text = "", isCut]) => {
    if (isCut) throw new Error(`The trace contains only a part of what ${name} wrote.`);
    return decode(text);
  });
  return Buffer.concat(parts).subarray(0, Number(result));
}

/** The last argument, if it is a number. */
export function lastNumberOf({ args }: Call): number {
  return Number(/\d+$/.exec(args)?.[0]);
}

function decode(text: string): Buffer {
  return Buffer.from(text.replaceAll("\\x", ""), "hex");
}
