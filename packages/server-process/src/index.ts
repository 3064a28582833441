import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";

/** A `sinkove-server` in a separate process. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** The key that it printed, which happens only on the first start with a database. */
  readonly firstKey: string | undefined;
  /** All output so far. */
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  /** Sends a signal and waits for the process to end. Null if a signal ended it. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Options of {@link startServerProcess}. */
export interface ServerProcessOptions {
  /** The folder in which it runs and keeps its database. */
  readonly folder: string;
  /** Its environment besides PATH. The port is a free one; the log level must be `info`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A program that runs the server, with its arguments, such as a tracer. */
  readonly under?: readonly string[];
}

const require = createRequire(import.meta.url);
const PACKAGE = dirname(require.resolve("@sinkove/server/package.json"));
const MAIN = join(PACKAGE, "bin/sinkove-server.js");

/** Allows for scenarios that try many invalid keys from one address. */
const PATIENT = { SINKOVE_FAILED_AUTHENTICATIONS: "1000000" };

/**
 * Starts the server, and waits until it listens.
 *
 * @throws Error with its output if it ends before that
 */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const { folder, variables = {}, under = [] } = options;
  const env = { PATH: process.env.PATH ?? "", PORT: "0", ...PATIENT, ...variables };
  const [program = process.execPath, ...args] = [...under, process.execPath, MAIN];
  const child = spawn(program, args, { cwd: folder, env });
  const closed = once(child, "close");
  const output = outputOf(child);
  const url = await Promise.race([
    urlOf(child, output),
    closed.then(() => Promise.reject(new Error(`The server ended: ${output().stderr}`))),
  ]);
  // The key is printed before the URL, but to another pipe.
  await setImmediate();
  return {
    url,
    pid: child.pid ?? 0,
    firstKey: /sinkove_(?:live|test)_\w+/.exec(output().stderr)?.[0],
    output,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

function outputOf({ stdout, stderr }: ChildProcess): ServerProcess["output"] {
  const [out, err]: [string[], string[]] = [[], []];
  stdout?.setEncoding("utf8").on("data", (text) => out.push(text));
  stderr?.setEncoding("utf8").on("data", (text) => err.push(text));
  return () => ({ stdout: out.join(""), stderr: err.join("") });
}

function urlOf({ stdout }: ChildProcess, output: ServerProcess["output"]): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const lines = output().stdout.split("\n");
      const line = lines.slice(0, -1).find((text) => text.includes('"listening"'));
      if (line === undefined) return;
      stdout?.off("data", look);
      resolve(JSON.parse(line).url);
    };
    stdout?.on("data", look);
  });
}
