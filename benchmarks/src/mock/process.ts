import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const REPORT = join(import.meta.dirname, "../api/report-cost.ts");
const require = createRequire(import.meta.url);
const BIN = join(require.resolve("@sinkove/mock-server/package.json"), "../bin/sinkove-mock.js");
const PRISM = join(require.resolve("@stoplight/prism-cli/package.json"), "../dist/index.js");
const CONTRACT = require.resolve("@sinkove/openapi/openapi.json");

export const KEY = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";
export const BARE = "bare node:http";
export const PRISM_CLI = "prism mock 5.14.2";
export const FAST = "@sinkove/mock-server";
export const BY_PRISM = "@sinkove/mock-server, engine prism";

/** JavaScript, so that its start does not include stripping types. */
const BARE_SERVER = `require("node:http").createServer((_, response) => response.end("{}"))
  .listen(Number(process.argv[1]), "127.0.0.1");`;

/** The command that starts each server on a port. */
const COMMANDS: Readonly<Record<string, (port: number) => string[]>> = {
  [BARE]: (port) => ["--eval", BARE_SERVER, `${port}`],
  [FAST]: (port) => [BIN, "--json", "--rate-limit", "1000000000", "--port", `${port}`],
  [BY_PRISM]: (port) => [...(COMMANDS[FAST]?.(port) ?? []), "--engine", "prism"],
  [PRISM_CLI]: (port) => [PRISM, "mock", CONTRACT, "--port", `${port}`],
};

/** A server in a separate process. */
export interface RunningServer {
  readonly port: number;
  /** Milliseconds from the start to the first 200. */
  readonly startedIn: number;
  /** Returns the resident memory, in megabytes. */
  readonly memory: () => number;
  /** The CPU time used so far, in milliseconds. Only if the server was started with `tellsCost`. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => void;
}

/** Whether a server reports its CPU time, which makes its start slower. */
export interface StartOptions {
  readonly tellsCost?: boolean;
}

/** Starts a server, and waits until it responds. */
export async function startProcess(
  name: string,
  { tellsCost = false }: StartOptions = {},
): Promise<RunningServer> {
  const port = await freePort();
  const startedAt = performance.now();
  const command = COMMANDS[name]?.(port) ?? [];
  const child = spawn(process.execPath, tellsCost ? ["--import", REPORT, ...command] : command, {
    stdio: ["ignore", "ignore", "ignore", ...(tellsCost ? (["ipc"] as const) : [])],
  });
  await firstAnswer(port, child);
  return {
    port,
    startedIn: performance.now() - startedAt,
    memory: () => memoryOf(child.pid ?? 0),
    async cpu() {
      child.send("cost");
      const [{ cpuMs }] = await once(child, "message");
      return cpuMs;
    },
    stop: () => child.kill("SIGKILL"),
  };
}

async function firstAnswer(port: number, child: ChildProcess): Promise<void> {
  const headers = { authorization: `Bearer ${KEY}` };
  while (child.exitCode === null) {
    const status = await fetch(`http://127.0.0.1:${port}/me`, { headers }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    await setTimeout(1);
  }
  throw new Error("A server ended before its first response.");
}

function memoryOf(pid: number): number {
  const text = execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" });
  return Number(text) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
