import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";

/** The program. */
export const MAIN: string = fileURLToPath(new URL("../bin/sinkove-server.js", import.meta.url));

type Variables = Readonly<Record<string, string>>;

/** The output and exit of a process. */
export interface ProcessOutput {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program in a separate process. */
export interface RunningProcess {
  readonly pid: number | undefined;
  readonly output: () => ProcessOutput;
  readonly kill: (signal: NodeJS.Signals) => Promise<ProcessOutput>;
}

/** Expects a command to have failed with one line that gives the reason, without a stack. */
export function expectOneLine({ code, stdout, stderr }: ProcessOutput, words: string): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(words);
  expect(stderr.trim().split("\n")).toHaveLength(1);
}

/** The limits of a process. */
export interface ProcessLimits {
  /** The maximum size of a file, in the unit of `ulimit -f`. */
  readonly mostBlocks?: number;
  /** The maximum number of open files, as in `ulimit -n`. */
  readonly mostFiles?: number;
}

/** A server in a separate process. */
export interface RunningServer extends RunningProcess {
  readonly url: string;
  readonly port: number;
  /** The key that it printed. */
  readonly key: string | undefined;
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
}

/** A folder that is removed after the test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-server-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command to its end. */
export async function run(
  folder: string,
  args: readonly string[] = [],
  variables: Variables = {},
): Promise<ProcessOutput> {
  const { child, output } = launch(folder, args, variables);
  await once(child, "close");
  return output();
}

/** Starts a server on a free port, and waits until it listens. */
export async function start(
  folder: string,
  variables: Variables = {},
  limits: ProcessLimits = {},
): Promise<RunningServer> {
  const child = watch(spawnServer(folder, variables, limits));
  const { line, ...running } = await begin(child, "listening");
  const { url } = JSON.parse(line);
  // The key is printed before the URL, but to another pipe.
  await setImmediate();
  const key = /sinkove_(?:live|test)_\w+/.exec(running.output().stderr)?.[0];
  return {
    ...running,
    url,
    port: Number(new URL(url).port),
    key,
    get: (path, init) =>
      fetch(url + path, { headers: { Authorization: `Bearer ${key}` }, ...init }),
  };
}

/** Starts a worker, and waits until it is running. */
export async function startWorker(
  folder: string,
  variables: Variables = {},
): Promise<RunningProcess> {
  return begin(launch(folder, ["worker"], variables), "working");
}

/** Waits for a line with this message. */
async function begin({ child, output }: ReturnType<typeof launch>, message: string) {
  const closed = once(child, "close");
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const lines = output().stdout.split("\n");
      const found = lines.find((text) => text.includes(`"${message}"`));
      if (found) resolve(found);
    });
    child.once("close", () => reject(new Error(`The program ended: ${output().stderr}`)));
  });
  return {
    line,
    pid: child.pid,
    output,
    async kill(signal: NodeJS.Signals) {
      child.kill(signal);
      await closed;
      return output();
    },
  };
}

function launch(folder: string, args: readonly string[], variables: Variables) {
  return watch(spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: envOf(variables) }));
}

function spawnServer(
  folder: string,
  variables: Variables,
  { mostBlocks, mostFiles }: ProcessLimits,
) {
  const options = { cwd: folder, env: envOf(variables) };
  const limits = [
    ...(mostBlocks === undefined ? [] : [`ulimit -f ${mostBlocks}`]),
    ...(mostFiles === undefined ? [] : [`ulimit -n ${mostFiles}`]),
  ];
  if (limits.length === 0) return spawn(process.execPath, [MAIN], options);
  const script = [...limits, 'exec "$0" "$1"'].join("; ");
  return spawn("sh", ["-c", script, process.execPath, MAIN], options);
}

function envOf(variables: Variables) {
  return { PATH: process.env.PATH ?? "", PORT: "0", ...variables };
}

function watch(child: ChildProcess) {
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  return { child, output: () => ({ code: child.exitCode, stdout, stderr }) };
}
