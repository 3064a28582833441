/** What a program's `process` is made of. */
export interface ProcessParts {
  readonly environment: Record<string, string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Ends the run. */
  readonly end: (status: number) => void;
  /** What Node has built in, by its name. */
  readonly builtIns: Readonly<Record<string, unknown>>;
}

/** What programs use of Node's `process`. */
export interface ExampleProcess {
  readonly env: Record<string, string>;
  exitCode: number | undefined;
}

export function createProcess(parts: ProcessParts): ExampleProcess {
  const { environment, out, err, end, builtIns } = parts;
  const stream = (write: (text: string) => void) => ({
    write: (data: string | Uint8Array) => {
      write(typeof data === "string" ? data : new TextDecoder().decode(data));
      return true;
    },
    isTTY: false,
  });
  const state: ExampleProcess = { env: environment, exitCode: undefined };
  return Object.assign(state, {
    argv: ["node", "example.ts"],
    pid: 1,
    platform: "linux",
    // Programs here are those of a terminal: what is for pages alone is not what is shown.
    versions: { node: "24.0.0" },
    version: "v24.0.0",
    stdout: stream(out),
    stderr: stream(err),
    cwd: () => "/",
    on: () => undefined,
    once: () => undefined,
    exit: (status = state.exitCode ?? 0) => {
      end(status);
      // Nothing after the call runs. A program that catches this has ended already.
      throw new Error(`exit ${status}`);
    },
    getBuiltinModule: (name: string) => builtIns[name],
  });
}
