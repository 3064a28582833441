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
export async function start(folder: string, variables: Variables = {}): Promise<RunningServer> {
  const { child, output } = launch(folder, [], variables);
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
