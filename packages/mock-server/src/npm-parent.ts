import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** How often to look, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back once when the npm that runs this process (`npx`, `npm exec`, `npm run`) has ended, also if it was killed
 * and could not stop anything. Does nothing in a process that npm does not run. The timer does not keep the process
 * running.
 */
export function whenNpmEnds(callback: () => void): void {
  if (process.env.npm_command === undefined) return;
  const parent = process.ppid;
  const npm = npmAbove(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || npm.isRunning())) return;
    clearInterval(timer);
    callback();
  }, INTERVAL);
  timer.unref();
}

interface Npm {
  readonly isRunning: () => boolean;
}

/**
 * The npm above the shell in which npm runs a command. The shell outlives an npm that is killed. Undefined if the
 * parent is npm itself. On Windows, where it takes long to find out who started the parent, the shell stands for npm.
 */
function npmAbove(parent: number): Npm | undefined {
  if (process.platform === "win32") return { isRunning: () => exists(parent) };
  if (process.platform === "linux") return npmInProc(parent);
  const listed = /^\s*(\d+)\s+\S+ -c /.exec(processList(parent));
  const id = Number(listed?.[1]);
  return listed ? { isRunning: () => exists(id) } : undefined;
}

/** Linux gives a process another parent as soon as its own has ended. */
function npmInProc(parent: number): Npm | undefined {
  const [, flag] = read(`/proc/${parent}/cmdline`).split("\0");
  const npm = parentOf(parent);
  return flag === "-c" ? { isRunning: () => parentOf(parent) === npm } : undefined;
}

/** The fourth field; the second is a name in parentheses, which may contain spaces. */
function parentOf(id: number): string | undefined {
  return /.*\) \S (\d+)/s.exec(read(`/proc/${id}/stat`))?.[1];
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has ended.
    return "";
  }
}

function processList(id: number): string {
  try {
    return execFileSync("ps", ["-o", "ppid=,args=", "-p", `${id}`], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function exists(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // It exists and belongs to someone else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
