import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";

const SCRIPTS = ["two-programs.ts", "two-programs-on-another-node.js"] as const;
const RUNS = "setInterval(() => {}, 1000);";
const STOPS_ITSELF = `${RUNS} process.on("SIGTERM", () => { console.log("stopping"); process.exit(0); });`;
const IGNORES = `${RUNS} process.on("SIGTERM", () => {});`;

const started: number[] = [];
afterEach(() => {
  for (const pid of started.splice(0)) if (isRunning(pid)) process.kill(pid, "SIGKILL");
});

interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** The process ids of the programs. */
  readonly pids: readonly number[];
}

interface RunOptions {
  readonly script: (typeof SCRIPTS)[number];
  /** What starts the script: a shell, or a shell that another process, such as npm, has started. */
  readonly under?: "sh" | "npm";
}

/** Starts the script, and waits until all programs are running. */
async function run(programs: readonly string[], { script, under }: RunOptions): Promise<Running> {
  const args = [fileURLToPath(new URL(script, import.meta.url)), ...programs];
  const { command, env } = commandFor(under, [process.execPath, ...args]);
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, ...env } });
  const lines: string[] = [];
  const pids: number[] = [];
  if (child.pid !== undefined) started.push(child.pid);
  // Use one reader for all lines: a second one would miss lines that arrive with the last process id.
  await new Promise<void>((resolve) => {
    createInterface(child.stdout).on("line", (line) => {
      const [, pid] = /^pid (\d+)$/.exec(line) ?? [];
      if (pid === undefined) lines.push(line);
      else pids.push(Number(pid));
      if (pids.length === programs.length) resolve();
    });
  });
  started.push(...pids);
  return { child, lines, pids };
}

function commandFor(under: RunOptions["under"], command: [string, ...string[]]) {
  if (!under) return { command, env: {} };
  // A second command keeps the shell running.
  const shell: [string, ...string[]] = ["sh", "-c", '"$@"; true', "sh", ...command];
  if (under === "sh") return { command: shell, env: {} };
  const start = `require("node:child_process").spawn("sh", process.argv.slice(2), { stdio: "inherit" })`;
  const npm: [string, ...string[]] = [process.execPath, "--eval", start, "--", ...shell];
  return { command: npm, env: { npm_command: "run" } };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Settles when none of the processes is running. If one stays, the test's time limit ends the wait. */
async function allEnded(pids: readonly number[]): Promise<void> {
  while (pids.some(isRunning)) await wait(20);
}

describe.each(SCRIPTS)("%s", (script) => {
  test.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s stops the programs, and is a success",
    async (signal) => {
      const { child, lines, pids } = await run([STOPS_ITSELF, RUNS], { script });
      child.kill(signal);
      expect(await once(child, "close")).toEqual([0, null]);
      expect(pids.some(isRunning)).toBe(false);
      expect(lines).toEqual(["stopping", "all ended"]);
    },
  );

  test("a program that does not stop is killed", async () => {
    const { child, pids } = await run([IGNORES, RUNS], { script });
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(pids.some(isRunning)).toBe(false);
  });

  test("the programs end when the script is killed", async () => {
    const { child, pids } = await run([STOPS_ITSELF, RUNS], { script });
    child.kill("SIGKILL");
    await allEnded(pids);
  });

  test("the programs end when the shell above the script is killed", async () => {
    const { child, pids } = await run([STOPS_ITSELF, RUNS], { script, under: "sh" });
    child.kill("SIGKILL");
    await allEnded(pids);
  });

  test("the programs end when npm is killed, which leaves its shell", async () => {
    const { child, pids } = await run([STOPS_ITSELF, RUNS], { script, under: "npm" });
    child.kill("SIGKILL");
    await allEnded(pids);
  });

  test.for([
    ["process.exitCode = 7;", "exit code 7"],
    ["process.exitCode = 0;", "exit code 0"],
    ['process.kill(process.pid, "SIGKILL");', "SIGKILL"],
  ] as const)(
    "a program that ends by itself (%s) stops the others, is named, and is a failure",
    async ([code, how]) => {
      const { child, lines, pids } = await run([STOPS_ITSELF, code], { script });
      expect(await once(child, "close")).toEqual([1, null]);
      expect(pids.some(isRunning)).toBe(false);
      expect(lines).toContain(`program 2 ended by itself (${how}), so everything stops.`);
    },
  );
});
