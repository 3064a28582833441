import type { Files } from "../files.ts";

/** The capabilities that a shell needs from its host. */
export interface ShellHost {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
  readonly files: Files;
}

/** The input and output of a command. */
export interface Streams {
  readonly stdin: Uint8Array;
  readonly out: (data: string | Uint8Array) => void;
  readonly err: (data: string | Uint8Array) => void;
}

/** The context of a command. */
export interface CommandContext extends Streams {
  readonly name: string;
  readonly args: readonly string[];
  readonly host: ShellHost;
  readonly shell: ShellState;
}

/** A command, which returns its exit status. */
export type CommandFunction = (context: CommandContext) => number | Promise<number>;

/** The variables and options of a shell. */
export interface ShellState {
  readonly variables: Map<string, string>;
  readonly exported: Set<string>;
  readonly options: Set<string>;
  /** The exit status of the last command. */
  status: number;
}

/** Copies a shell, so that changes do not affect the original, as for the parts of a pipeline. */
export function subshellOf({ variables, exported, options, status }: ShellState): ShellState {
  return {
    variables: new Map(variables),
    exported: new Set(exported),
    options: new Set(options),
    status,
  };
}

/** Thrown to end the script. */
export class ShellExit extends Error {
  override readonly name: string = "ShellExit";
  readonly status: number;

  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** Thrown by `break` and `continue`, and caught by the loop. */
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

/** Collects output. */
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
