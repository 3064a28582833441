import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The official client, exactly as its users get it. */
const OFFICIAL = "sinkove-sdk==0.1.2";

/** Beside this package, and ignored by git. */
const FOLDER = join(import.meta.dirname, "../../../.venv");

/**
 * A Python that has the official client; it is installed on the first use.
 *
 * @throws Error where the machine has no Python of at least 3.12
 */
export async function installOfficialClient(): Promise<string> {
  const python = join(FOLDER, "bin/python");
  if (!existsSync(python)) await run(await findPython(), ["-m", "venv", FOLDER]);
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", OFFICIAL]);
  return python;
}

async function findPython(): Promise<string> {
  for (const command of candidates()) {
    if (await isNewEnough(command)) return command;
  }
  throw new Error(
    "The official client needs Python 3.12 or later, and none was found. Install python3.12 with its venv module, or set SINKOVE_PYTHON to one.",
  );
}

function candidates(): string[] {
  const chosen = process.env.SINKOVE_PYTHON;
  if (chosen) return [chosen];
  return ["python3.14", "python3.13", "python3.12", "python3", "python", ...pyenvPythons()];
}

/** Pythons that pyenv has installed, whether or not its shims are switched to them. */
function pyenvPythons(): string[] {
  const folder = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((version) => join(folder, version, "bin/python3"));
}

async function isNewEnough(command: string): Promise<boolean> {
  const check = "import sys, venv; sys.exit(sys.version_info < (3, 12))";
  return run(command, ["-c", check]).then(
    () => true,
    () => false,
  );
}
