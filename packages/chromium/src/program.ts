import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export async function isProgram(path: string): Promise<boolean> {
  try {
    // Folders can be executable too, such as /Applications/Google Chrome.app.
    if (!(await stat(path)).isFile()) return false;
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Resolves to the reason why a browser does not start, or to undefined if it starts. */
export async function startFailure(
  path: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string | undefined> {
  // On Windows, `chrome.exe --version` opens a window instead.
  if (process.platform === "win32") return undefined;
  try {
    // The time limit only detects a browser that hangs.
    await run(path, ["--version"], { env: { ...process.env, ...env }, timeout: 60_000 });
    return undefined;
  } catch (error) {
    return firstLine(error);
  }
}

function firstLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const output = "stderr" in error && typeof error.stderr === "string" ? error.stderr : "";
  const [line = ""] = (output.trim() || error.message).split("\n");
  return line;
}
