// Plain JavaScript, because an old Node loads it too.
import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { whenParentEnds } from "./parent.js";

const isWindows = process.platform === "win32";

/**
 * Runs the script of this process again, on another Node. Never returns: ends as the script ends, and the script ends
 * with this process.
 *
 * @param {string} node the path of the program
 * @returns {Promise<never>}
 */
export async function runOn(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: "inherit",
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
    // Ctrl-C reaches this process alone, which passes it on once. On Windows it reaches both.
    detached: !isWindows,
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => isWindows || child.kill(signal));
  whenParentEnds(() => child.kill("SIGTERM"));
  /** @type {number} */
  const code = await new Promise((resolve) => {
    child.once("exit", (status) => resolve(status ?? 1));
    child.once("error", (error) => {
      console.error(`${node} does not run here: ${error.message}`);
      resolve(1);
    });
  });
  process.exit(code);
}
