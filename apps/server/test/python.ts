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
  const folder = join(FOLDER, requirement.replaceAll(/[^\w.-]/g, "_"));
  const python = join(folder, "bin/python");
  // Written last, so that an installation that was cut off is made again.
  const stamp = join(folder, "installed");
  if (existsSync(stamp)) return python;
  await run(await findPython(), ["-m", "venv", "--clear", folder]);
  const quietly = ["--quiet", "--disable-pip-version-check"];
  await run(python, ["-m", "pip", "install", ...quietly, requirement]);
  writeFileSync(stamp, requirement);
  return python;
}

async function findPython(): Promise<string> {
  const { SINKOVE_PYTHON: chosen } = process.env;
  const usual = ["python3.14", "python3.13", "python3.12", "python3", "python"];
  for (const command of chosen ? [chosen] : [...usual, ...pyenvPythons()]) {
    if (await isNewEnough(command)) return command;
  }
  throw new Error(
    "Python 3.12 or later is needed, and none was found. Install python3.12 with its venv module, or set SINKOVE_PYTHON to one.",
  );
}

/** Pythons that pyenv has installed, whether or not its shims are switched to them. */
function pyenvPythons(): string[] {
  const folder = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((version) => join(folder, version, "bin/python3"));
}

function isNewEnough(command: string): Promise<boolean> {
  const check = "import sys, venv; sys.exit(sys.version_info < (3, 12))";
  return run(command, ["-c", check]).then(
    () => true,
    () => false,
  );
}
