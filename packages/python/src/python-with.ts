import { fileURLToPath } from "node:url";
import { type EnvironmentName, environmentOf } from "./environments.ts";
import { findPython } from "./find-python.ts";
import { makeEnvironment } from "./make-environment.ts";

/** The folder of all environments, in the root of the repository. Git ignores it. */
const FOLDER = fileURLToPath(new URL("../../../.venv", import.meta.url));

export interface PythonOptions {
  /** Called with a message before packages are installed. Default: prints to standard error. */
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Returns the interpreter of an environment. Creates the environment if it does not exist.
 *
 * @throws Error if the machine has no Python that is new enough, or the packages cannot be installed
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

/** Returns why the machine cannot have an environment, or undefined if it can. For `test.skipIf`. */
export async function whyNoPython(name: EnvironmentName): Promise<string | undefined> {
  const python = await findPython(environmentOf(name).minor);
  return "missing" in python ? python.missing : undefined;
}
