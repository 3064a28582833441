// Plain JavaScript, because older Node versions load it too.
import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { whenParentEnds } from "./parent.js";

const isWindows = process.platform === "win32";

/**
 * Runs the script of this process again on another Node. Never returns: this process ends with the exit code of the
 * script, and the script ends if this process does.
 *
 * @param {string} node the path of the program
 * @returns {Promise<never>}
 */
export async function runOn(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: "inherit",
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
    // Ctrl-C only reaches this process, which passes it on once. On Windows, it reaches both.
    detached: !isWindows,
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => isWindows || child.kill(signal));
  whenParentEnds(() => child.kill("SIGTERM"));
  /** @type {number} */
  const code = await new Promise((resolve) => {
    child.once("exit", (status) => resolve(status ?? 1));
    child.once("error", (error) => {
      console.error(`${node} cannot be started: ${error.message}`);
      resolve(1);
    });
  });
  process.exit(code);
}
