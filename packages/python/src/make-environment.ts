import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environments.ts";
import type { Python } from "./find-python.ts";
import { withLock } from "./lock.ts";
import { failureOf, installRequirements, PipError } from "./pip.ts";

export interface MakingOptions {
  /** The folder that has all environments. */
  readonly folder: string;
  /** Is told before anything is installed. */
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes an environment, unless it is there for this Python and these requirements.
 *
 * @returns its interpreter
 * @throws PipError if it cannot be made; nothing of it remains then
 */
export async function makeEnvironment(
  environment: Environment,
  python: Python,
  options: MakingOptions,
): Promise<string> {
  const folder = join(options.folder, environment.name);
  // A virtual environment has its own path in its files, so the path belongs to the stamp.
  const state = { requirements: hashOf(environment.requirements), ...python, folder };
  const stamp = join(folder, "made-from.json");
  const interpreter = interpreterOf(folder);
  const isMade = () => existsSync(stamp) && readFileSync(stamp, "utf8") === JSON.stringify(state);
  if (isMade()) return interpreter;

  mkdirSync(options.folder, { recursive: true });
  const make = async () => {
    // Another process may have made it while this one waited.
    if (isMade()) return;
    options.say?.(`Installing ${environment.purpose} (first time only)…`);
    try {
      await install(folder, { environment, python }, options.signal);
      writeFileSync(stamp, JSON.stringify(state));
    } catch (error) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      throw error;
    }
  };
  await withLock(`${folder}.lock`, make, options.signal);
  return interpreter;
}

interface Parts {
  readonly environment: Environment;
  readonly python: Python;
}

async function install(
  folder: string,
  { environment, python }: Parts,
  signal?: AbortSignal,
): Promise<void> {
  const failure = await failureOf(python.path, ["-m", "venv", "--clear", folder], signal);
  if (failure !== undefined) {
    throw new PipError(`${python.path} cannot make a virtual environment: ${failure}`);
  }
  await installRequirements(interpreterOf(folder), environment.requirements, signal);
}

function interpreterOf(folder: string): string {
  return process.platform === "win32"
    ? join(folder, "Scripts", "python.exe")
    : join(folder, "bin", "python");
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
