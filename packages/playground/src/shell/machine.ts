import type { Files } from "../files.ts";

/** What a shell needs of the world around it. */
export interface ShellHost {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  readonly files: Files;
}

/** Where a command reads from and writes to. */
export interface Streams {
  readonly stdin: Uint8Array;
  readonly out: (data: string | Uint8Array) => void;
  readonly err: (data: string | Uint8Array) => void;
}

/** What a command is given. */
export interface CommandContext extends Streams {
  readonly name: string;
  readonly args: readonly string[];
  readonly host: ShellHost;
  readonly shell: ShellState;
}

/** A command; it gives its exit status. */
export type CommandFunction = (context: CommandContext) => number | Promise<number>;

/** Variables and options of a shell. */
export interface ShellState {
  readonly variables: Map<string, string>;
  readonly exported: Set<string>;
  readonly options: Set<string>;
  /** The status of the last command. */
  status: number;
}

/** A shell whose changes stay in it, as in each part of a pipeline. */
export function subshellOf({ variables, exported, options, status }: ShellState): ShellState {
  return {
    variables: new Map(variables),
    exported: new Set(exported),
    options: new Set(options),
    status,
  };
}

/** The script ends here. */
export class ShellExit extends Error {
  override readonly name: string = "ShellExit";
  readonly status: number;

  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** `break` or `continue`, on its way to its loop. */
export class LoopSignal extends Error {
  override readonly name: string = "LoopSignal";
  readonly kind: "break" | "continue";

  constructor(kind: "break" | "continue") {
    super(kind);
    this.kind = kind;
  }
}

const decoder: TextDecoder = new TextDecoder();
const encoder: TextEncoder = new TextEncoder();

export function textOf(data: string | Uint8Array): string {
  return typeof data === "string" ? data : decoder.decode(data);
}

export function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? encoder.encode(data) : data;
}

/** Collects what is written. */
export function createSink(): {
  write: (data: string | Uint8Array) => void;
  bytes: () => Uint8Array;
} {
  const chunks: Uint8Array[] = [];
  return {
    write: (data) => void chunks.push(bytesOf(data)),
    bytes: () => concatenate(chunks),
  };
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
