import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A command that may start Python, with the arguments that select a version. */
export type Candidate = readonly [command: string, ...args: string[]];

/** The properties of the machine that the search depends on. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

export const thisMachine: Machine = { env: process.env, platform: process.platform };

/** Newest first, because newer releases satisfy more minimum versions. */
const VERSIONS = ["3.14", "3.13", "3.12", "3.11", "3.10"];

/** Returns the commands that may start Python, in the order in which to try them. */
export function candidates({ env, platform }: Machine): readonly Candidate[] {
  if (env.SINKOVE_PYTHON) return [[env.SINKOVE_PYTHON]];
  const named: Candidate[] = [...VERSIONS, "3", ""].map((version) => [`python${version}`]);
  const launched: Candidate[] = VERSIONS.map((version) => ["py", `-${version}`]);
  return [...named, ...(platform === "win32" ? launched : []), ...pyenvPythons(env, platform)];
}

/** Returns the interpreters that pyenv has installed, selected or not. */
function pyenvPythons(env: Machine["env"], platform: NodeJS.Platform): readonly Candidate[] {
  const isWindows = platform === "win32";
  const root = env.PYENV_ROOT ?? join(homedir(), ".pyenv", ...(isWindows ? ["pyenv-win"] : []));
  const folder = join(root, "versions");
  if (!existsSync(folder)) return [];
  const newestFirst = new Intl.Collator("en", { numeric: true });
  return readdirSync(folder)
    .sort((a, b) => newestFirst.compare(b, a))
    .map((version) => [join(folder, version, isWindows ? "python.exe" : "bin/python3")]);
}
