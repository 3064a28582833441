import { execFile } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Beside this package, and ignored by git. */
const FOLDER = join(import.meta.dirname, "../.venv");

/**
 * A Python that has a package, in an environment of its own. It is installed on the first use, and once.
 *
 * @param requirement - name and exact version, as pip takes them
 * @throws Error where the machine has no Python of at least 3.12
 */
export async function installPython(requirement: string): Promise<string> {
  const folder = join(FOLDER, requirement);
  const python = join(folder, "bin/python");
  // Written last, so that an installation that was cut off is made again.
  const stamp = join(folder, "installed");
  if (existsSync(stamp)) return python;
  await run(await findPython(), ["-m", "venv", "--clear", folder]);
  await run(python, [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    requirement,
  ]);
  writeFileSync(stamp, requirement);
  return python;
}

async function findPython(): Promise<string> {
  for (const command of candidates()) {
    if (await isNewEnough(command)) return command;
  }
  throw new Error(
    "Python 3.12 or later is needed, and none was found. Install python3.12 with its venv module, or set SINKOVE_PYTHON to one.",
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
