/** Runs Turborepo with this repository's settings: node scripts/turbo.ts run build. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createStopSignal } from "./stop-signal.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TURBO = createRequire(import.meta.url).resolve("turbo/bin/turbo");

/** Keeps the tools that a build starts from sending telemetry and looking for updates. */
const QUIET_TOOLS = {
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

export interface TurboOptions {
  readonly signal: AbortSignal;
  /** Called with each line of the output, which is then not printed. */
  readonly onLine?: (line: string) => void;
}

/** Runs Turborepo at the root. Resolves with whether all tasks succeeded; false if it was stopped. */
export async function runTurbo(
  args: readonly string[],
  { signal, onLine }: TurboOptions,
): Promise<boolean> {
  if (signal.aborted) return false;
  const child = spawn(process.execPath, [TURBO, ...args], {
    cwd: ROOT,
    stdio: ["ignore", onLine ? "pipe" : "inherit", onLine ? "pipe" : "inherit"],
    env: { ...process.env, ...QUIET_TOOLS },
    detached: process.platform !== "win32",
  });
  const stop = () => stopTree(child);
  signal.addEventListener("abort", stop);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && onLine) createInterface(stream).on("line", onLine);
  }
  const [code] = await once(child, onLine ? "close" : "exit");
  signal.removeEventListener("abort", stop);
  return code === 0 && !signal.aborted;
}

/** Stops a process with its children: a signal to Turborepo's launcher alone would leave them running. */
function stopTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === "win32") spawnSync("taskkill", ["/pid", `${pid}`, "/t", "/f"]);
  else process.kill(-pid, "SIGTERM");
}

if (import.meta.main) {
  const isDone = await runTurbo(process.argv.slice(2), { signal: createStopSignal() });
  process.exitCode = isDone ? 0 : 1;
}
