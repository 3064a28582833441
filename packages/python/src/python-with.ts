import { fileURLToPath } from "node:url";
import { type EnvironmentName, environmentOf } from "./environments.ts";
import { findPython } from "./find-python.ts";
import { makeEnvironment } from "./make-environment.ts";

/** In the root of the repository, and ignored by git. */
const FOLDER = fileURLToPath(new URL("../../../.venv", import.meta.url));

export interface PythonOptions {
  /** Is told before anything is installed. Default: standard error. */
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * The interpreter of an environment, which is made first if it is not there.
 *
 * @throws Error if this machine has no Python that is new enough, or the packages cannot be installed
 */
export async function pythonWith(
  name: EnvironmentName,
  { say = console.error, signal }: PythonOptions = {},
): Promise<string> {
  const environment = environmentOf(name);
  const python = await findPython(environment.minor);
  if ("missing" in python) throw new Error(python.missing);
  return await makeEnvironment(environment, python, {
    folder: FOLDER,
    say,
    ...(signal && { signal }),
  });
}

/** Why this machine cannot have an environment, for `test.skipIf`; undefined if it can. */
export async function whyNoPython(name: EnvironmentName): Promise<string | undefined> {
  const python = await findPython(environmentOf(name).minor);
  return "missing" in python ? python.missing : undefined;
}
