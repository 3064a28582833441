/**
 * Runs a Python script in this package's own virtual environment, and makes that first:
 * `node scripts/python.ts scripts/build.py`. It is made once for each state of requirements.txt.
 * With `--optional` a machine without Python, or without a package index, is told and passes: whoever
 * builds the whole repository may want none of this.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const OLDEST = [3, 10] as const;
const PACKAGE = join(import.meta.dirname, "..");
const VENV = join(PACKAGE, ".venv");
const REQUIREMENTS = join(PACKAGE, "requirements.txt");
const STAMP = join(VENV, "made-from");
const VENV_PYTHON = join(VENV, ...(process.platform === "win32" ? ["Scripts"] : ["bin"]), "python");

const given = process.argv.slice(2);
const isOptional = given[0] === "--optional";
process.exitCode = run(environment(), isOptional ? given.slice(1) : given);

/** The Python of the environment, which is made where there is none, or an old one. */
function environment(): string {
  const state = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === state) return VENV_PYTHON;
  const python = findPython();
  rmSync(VENV, { recursive: true, force: true });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  const isMade =
    run(python, ["-m", "venv", VENV]) === 0 &&
    run(VENV_PYTHON, [...pip, "--requirement", REQUIREMENTS]) === 0;
  if (!isMade) fail("Its environment could not be made: the error is above.");
  writeFileSync(STAMP, state);
  return VENV_PYTHON;
}

function findPython(): string {
  return (
    candidates().find(isNewEnough) ??
    fail(
      `It needs Python ${OLDEST.join(".")} or later with its venv module, and none was found. Install one, or set SINKOVE_PYTHON to one.`,
    )
  );
}

function candidates(): readonly string[] {
  const chosen = process.env.SINKOVE_PYTHON;
  if (chosen) return [chosen];
  const named = ["3.13", "3.12", "3.11", "3.10", "3.14", "3", ""].map((each) => `python${each}`);
  return [...named, "py", ...pyenvPythons()];
}

/** Pythons that pyenv has installed, whether or not its shims are switched to them. */
function pyenvPythons(): readonly string[] {
  const folder = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .reverse()
    .map((version) => join(folder, version, "bin/python3"));
}

function isNewEnough(command: string): boolean {
  const check = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${OLDEST.join(", ")}))`;
  return spawnSync(command, ["-c", check], { stdio: "ignore" }).status === 0;
}

function run(command: string, args: readonly string[]): number {
  return spawnSync(command, args, { cwd: PACKAGE, stdio: "inherit" }).status ?? 1;
}

function fail(message: string): never {
  console.error(`The Python SDK${isOptional ? " is left out" : ""}: ${message}`);
  process.exit(isOptional ? 0 : 1);
}
