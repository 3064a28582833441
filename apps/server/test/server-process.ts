import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("../bin/sinkove-server.js", import.meta.url));

type Variables = Readonly<Record<string, string>>;

/** What a process wrote, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Expects a command to have failed with one line that says why, without a stack. */
export function expectOneLine({ code, stdout, stderr }: Outcome, words: string): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(words);
  expect(stderr.trim().split("\n")).toHaveLength(1);
}

/** What the system allows a process. */
export interface ProcessLimits {
  /** Of each file, as `ulimit -f` counts them. */
  readonly mostBlocks?: number;
}

/** A server that runs in a process of its own. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** The key that it showed. */
  readonly key: string | undefined;
  readonly output: () => Outcome;
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  readonly kill: (signal: NodeJS.Signals) => Promise<Outcome>;
}

/** A folder that is gone after the test. */
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
): Promise<Outcome> {
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
  const { child, output } = watch(spawnServer(folder, variables, limits));
  const closed = once(child, "close");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", () => {
      const line = output()
        .stdout.split("\n")
        .find((text) => text.includes('"listening"'));
      if (line) resolve(JSON.parse(line).url);
    });
    child.once("close", () => reject(new Error(`The server ended: ${output().stderr}`)));
  });
  // The key was written before the URL, but to the other pipe.
  await setImmediate();
  const key = /sinkove_(?:live|test)_\w+/.exec(output().stderr)?.[0];
  return {
    url,
    port: Number(new URL(url).port),
    key,
    output,
    get: (path, init) =>
      fetch(url + path, { headers: { Authorization: `Bearer ${key}` }, ...init }),
    async kill(signal) {
      child.kill(signal);
      await closed;
      return output();
    },
  };
}

function launch(folder: string, args: readonly string[], variables: Variables) {
  return watch(spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: envOf(variables) }));
}

function spawnServer(folder: string, variables: Variables, { mostBlocks }: ProcessLimits) {
  const options = { cwd: folder, env: envOf(variables) };
  if (mostBlocks === undefined) return spawn(process.execPath, [MAIN], options);
  const script = `ulimit -f ${mostBlocks}; exec "$0" "$1"`;
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
