import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./environments.ts";
import type { Python } from "./find-python.ts";
import { withLock } from "./lock.ts";
import { failureOf, installRequirements, PipError } from "./pip.ts";

export interface MakingOptions {
  /** The folder of all environments. */
  readonly folder: string;
  /** Called with a message before packages are installed. */
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Creates an environment, unless it exists for this Python and these requirements.
 *
 * @returns the path of the environment's interpreter
 * @throws PipError if the environment cannot be created. Its folder is removed then.
 */
export async function makeEnvironment(
  environment: Environment,
  python: Python,
  options: MakingOptions,
): Promise<string> {
  const folder = join(options.folder, environment.name);
  // The stamp includes the folder, because the files of a virtual environment contain its path.
  const state = { requirements: hashOf(environment.requirements), ...python, folder };
  const stamp = join(folder, "made-from.json");
  const interpreter = interpreterOf(folder);
  const isMade = () => existsSync(stamp) && readFileSync(stamp, "utf8") === JSON.stringify(state);
  if (isMade()) return interpreter;

  mkdirSync(options.folder, { recursive: true });
  const make = async () => {
    // Another process may have created the environment while this one waited for the lock.
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
