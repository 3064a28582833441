import { execFile } from "node:child_process";
import { promisify } from "node:util";

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program.
 *
 * @returns its standard output
 * @throws Error with the command and all of its output
 */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 1e8, ...options });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    const command = [program, ...args].join(" ");
    throw new Error(`${command} failed.\n${stdout}${stderr}`.trimEnd(), { cause: error });
  }
}
