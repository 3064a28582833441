// Plain JavaScript, because older Node versions load it too.

import { execFileSync } from "node:child_process";

/** How often to check whether the parent is running, in milliseconds. */
const INTERVAL = 500;

/**
 * Calls back once when the process that started this one has ended, or the npm that runs this script in a shell. This
 * matters if only npm gets a signal: npm ends, but the shell and the scripts that it runs do not.
 *
 * @param {() => void} callback
 */
export function whenParentEnds(callback) {
  const parent = process.ppid;
  const npm = npmAbove(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && isRunning(parent) && (npm === undefined || isRunning(npm)))
      return;
    clearInterval(timer);
    callback();
  }, INTERVAL);
  timer.unref();
}

/**
 * Finds the npm above the shell in which it runs a script. Undefined if npm does not run this script, and on Windows,
 * where finding the parent of a process is slow.
 *
 * @param {number} shell
 */
function npmAbove(shell) {
  // biome-ignore lint/suspicious/noUndeclaredEnvVars: scripts run outside of Turborepo
  if (process.env.npm_command === undefined || process.platform === "win32") return undefined;
  try {
    const args = ["-o", "ppid=,args=", "-p", `${shell}`];
    const listed = execFileSync("ps", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [, id] = /^\s*(\d+)\s+\S+ -c /.exec(listed) ?? [];
    return id === undefined ? undefined : Number(id);
  } catch {
    // There is no ps, or it lacks these options.
    return undefined;
  }
}

/**
 * Whether a process is running.
 *
 * @param {number} id
 */
function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // It is running as another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
