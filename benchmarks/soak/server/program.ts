import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** `sinkove-server`, or one of its workers, in a separate process. */
export interface Program {
  readonly pid: number;
  /** The URL of the server; empty for a worker. */
  readonly url: string;
  /** The key that it printed, which happens only on the first start with a database. */
  readonly firstKey: string | undefined;
  /** Its output on standard error, and the warnings and errors in its log. */
  readonly complaints: () => string[];
  /** Sends a signal and waits for the process to end. @returns the exit code; null if a signal ended it */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Options of a program. */
export interface ProgramOptions {
  /** The folder in which it runs and stores its files. */
  readonly folder: string;
  readonly command?: "worker";
  /** A built checkout, such as one of an older release. Default: this one. */
  readonly checkout?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

const require = createRequire(import.meta.url);

/** Returns the main file of `sinkove-server` in this checkout or another built one. */
export function programOf(checkout?: string): string {
  const folder =
    checkout === undefined
      ? dirname(require.resolve("@sinkove/server/package.json"))
      : join(checkout, "apps/server");
  return join(folder, "bin/sinkove-server.js");
}

/**
 * Starts a program, and waits until it reports that it is ready.
 *
 * @throws Error with its output if it ends before that
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { folder, command, variables, checkout } = options;
  const env = { PATH: process.env.PATH ?? "", PORT: "0", ...variables };
  const args = [programOf(checkout), ...(command ? [command] : [])];
  const child = spawn(process.execPath, args, { cwd: folder, env });
  const closed = once(child, "close");
  let [stdout, stderr] = ["", ""];
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      const lines = stdout.split("\n").slice(0, -1);
      const found = lines.find((each) => /"(?:listening|working)"/.test(each));
      if (found) resolve(found);
    });
    child.once("close", () => reject(new Error(`The program ended: ${stderr}`)));
  });
  return {
    pid: child.pid ?? 0,
    url: JSON.parse(line).url ?? "",
    firstKey: /sinkove_(?:live|test)_\w+/.exec(stderr)?.[0],
    complaints() {
      const lines = stdout.split("\n").filter((text) => /"level":"(?:warn|error)"/.test(text));
      return stderr === "" ? lines : [stderr, ...lines];
    },
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}
