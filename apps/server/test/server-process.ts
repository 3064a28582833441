import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("../bin/sinkove-server.js", import.meta.url));

type Variables = Readonly<Record<string, string>>;

/** What a process wrote, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs in a process of its own. */
export interface RunningProcess {
  readonly pid: number | undefined;
  readonly output: () => Outcome;
  readonly kill: (signal: NodeJS.Signals) => Promise<Outcome>;
}

/** A server that runs in a process of its own. */
export interface RunningServer extends RunningProcess {
  readonly url: string;
  readonly port: number;
  /** The key that it showed. */
  readonly key: string | undefined;
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
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
export async function start(folder: string, variables: Variables = {}): Promise<RunningServer> {
  const { line, ...running } = await begin(launch(folder, [], variables), "listening");
  const { url } = JSON.parse(line);
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

/** Starts a worker, and waits until it works. */
export async function startWorker(
  folder: string,
  variables: Variables = {},
): Promise<RunningProcess> {
  return begin(launch(folder, ["worker"], variables), "working");
}

/** Waits for the line with that message. */
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
  const env = { PATH: process.env.PATH ?? "", PORT: "0", ...variables };
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env });
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
