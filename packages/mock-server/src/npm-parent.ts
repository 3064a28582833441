import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The polling interval in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back once when the npm that runs this process (`npx`, `npm exec`, `npm run`), or the pnpm or Yarn, has exited,
 * even if it was killed and could not stop this process. Does nothing if none of them runs this process. The timer does
 * not keep the process alive.
 */
export function whenNpmEnds(callback: () => void): void {
  // pnpm sets both variables like npm. Yarn sets only the second.
  const { npm_command: command, npm_execpath: program } = process.env;
  if (command === undefined && program === undefined) return;
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
 * Finds the npm process above the shell in which npm runs a command, because the shell outlives an npm that is killed.
 * Returns undefined if the parent is npm itself. On Windows, where finding the parent's parent is slow, this watches
 * the shell instead.
 */
function npmAbove(parent: number): Npm | undefined {
  if (process.platform === "win32") return { isRunning: () => exists(parent) };
  if (process.platform === "linux") return npmInProc(parent);
  const listed = /^\s*(\d+)\s+\S+ -c /.exec(processList(parent));
  const id = Number(listed?.[1]);
  return listed ? { isRunning: () => exists(id) } : undefined;
}

/** On Linux, the shell gets another parent as soon as npm has exited. */
function npmInProc(parent: number): Npm | undefined {
  const [, flag] = read(`/proc/${parent}/cmdline`).split("\0");
  const npm = parentOf(parent);
  return flag === "-c" ? { isRunning: () => parentOf(parent) === npm } : undefined;
}

/** Reads the parent's id, the fourth field. The second field is a name in parentheses that may contain spaces. */
function parentOf(id: number): string | undefined {
  return /.*\) \S (\d+)/s.exec(read(`/proc/${id}/stat`))?.[1];
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process has exited.
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
    // EPERM means that the process exists and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
