/** `process.exit` was called. */
export class ProcessExit extends Error {
  override readonly name: string = "ProcessExit";
  readonly status: number;

  constructor(status: number) {
    super(`exit ${status}`);
    this.status = status;
  }
}

/** What a program's `process` is made of. */
export interface ProcessParts {
  readonly environment: Record<string, string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** What Node has built in, by its name. */
  readonly builtIns: Readonly<Record<string, unknown>>;
}

/** What programs use of Node's `process`. */
export interface ExampleProcess {
  readonly env: Record<string, string>;
  exitCode: number | undefined;
}

export function createProcess({ environment, out, err, builtIns }: ProcessParts): ExampleProcess {
  const stream = (write: (text: string) => void) => ({
    write: (data: string | Uint8Array) => {
      write(typeof data === "string" ? data : new TextDecoder().decode(data));
      return true;
    },
    isTTY: false,
  });
  return Object.assign(
    { env: environment, exitCode: undefined },
    {
      argv: ["node", "example.ts"],
      platform: "linux",
      // Programs here are those of a terminal: what is for pages alone is not what is shown.
      versions: { node: "24.0.0" },
      version: "v24.0.0",
      stdout: stream(out),
      stderr: stream(err),
      cwd: () => "/",
      on: () => undefined,
      once: () => undefined,
      exit: (status = 0) => {
        throw new ProcessExit(status);
      },
      getBuiltinModule: (name: string) => builtIns[name],
    },
  );
}
