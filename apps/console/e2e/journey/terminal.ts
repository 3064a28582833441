import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a command in a shell and returns its standard output. */
export async function runInShell(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)("bash", ["-c", command], { timeout: 60_000 });
  return stdout;
}
