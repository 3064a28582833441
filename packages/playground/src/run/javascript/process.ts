/** Options of {@link createProcess}. */
export interface ProcessParts {
  readonly environment: Record<string, string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Ends the run with an exit status. */
  readonly end: (status: number) => void;
  /** Node's built-in modules, by name. */
  readonly builtIns: Readonly<Record<string, unknown>>;
}

/** The part of Node's `process` that programs use. */
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
    // Libraries check this version to detect Node, so they behave as in a terminal and not as in a page.
    versions: { node: "24.0.0" },
    version: "v24.0.0",
    stdout: stream(out),
    stderr: stream(err),
    cwd: () => "/",
    on: () => undefined,
    once: () => undefined,
    exit: (status = state.exitCode ?? 0) => {
      end(status);
      // The throw stops the program. If the program catches the error, the run has ended anyway.
      throw new Error(`exit ${status}`);
    },
    getBuiltinModule: (name: string) => builtIns[name],
  });
}
