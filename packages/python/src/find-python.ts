import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Candidate, candidates, type Machine, thisMachine } from "./candidates.ts";

const run = promisify(execFile);

/** A minor release of Python 3, such as `10` for Python 3.10. */
export type Minor = 10 | 11 | 12;

export interface Python {
  /** The absolute path of the interpreter itself, not of a launcher, a shim or a virtual environment. */
  readonly path: string;
  /** The version, such as `3.12.1`. */
  readonly version: string;
}

export interface MissingPython {
  /** Why no Python was found, and what to do. */
  readonly missing: string;
}

/** Prints the version, the path, and the module that is missing for creating virtual environments. */
const PROBE = `
import json, sys
try:
    import venv, ensurepip, pyexpat, ssl
    lacks = ""
except ImportError as error:
    lacks = error.name
path = getattr(sys, "_base_executable", "") or sys.executable
print(json.dumps(["%d.%d.%d" % sys.version_info[:3], path, lacks]))
`;

/** Finds the first Python from 3.`minor` that can create virtual environments. */
export async function findPython(
  minor: Minor,
  machine: Machine = thisMachine,
): Promise<Python | MissingPython> {
  const { SINKOVE_PYTHON } = machine.env;
  const faults: string[] = [];
  for (const candidate of candidates(machine)) {
    const found = await probe(candidate, machine);
    const fault = found === undefined ? undefined : faultOf(found, minor);
    if (found !== undefined && fault === undefined) return found;
    if (fault !== undefined) faults.push(fault);
  }
  const wanted = `Python 3.${minor} or later with its venv module`;
  if (SINKOVE_PYTHON) {
    const fault = faults[0] ?? "does not start";
    return {
      missing: `SINKOVE_PYTHON is ${SINKOVE_PYTHON}, but it ${fault}. Set it to the path of ${wanted}, or unset it.`,
    };
  }
  const unsuitable = [...new Set(faults)].map((fault) => `; one Python ${fault}`).join("");
  return {
    missing: `${wanted} was not found${unsuitable}. Install it, or set SINKOVE_PYTHON to its path.`,
  };
}

interface Probed extends Python {
  /** The missing module. Empty if there is none. */
  readonly lacks: string;
}

async function probe([command, ...args]: Candidate, { env }: Machine): Promise<Probed | undefined> {
  // The time limit skips commands that wait for something, such as the Windows stub that opens the Microsoft Store.
  const options = { env: withoutPythonVariables(env), timeout: 20_000, windowsHide: true };
  try {
    const { stdout } = await run(command, [...args, "-c", PROBE], options);
    // The cast is safe: the probe prints these three strings.
    const [version, path, lacks] = JSON.parse(stdout) as [string, string, string];
    return { version, path, lacks };
  } catch {
    return undefined;
  }
}

function faultOf({ version, lacks }: Probed, minor: Minor): string | undefined {
  const [major = 0, own = 0] = version.split(".").map(Number);
  if (major < 3 || (major === 3 && own < minor)) return `is ${version}`;
  return lacks === "" ? undefined : `is ${version} without the module ${lacks}`;
}

/** Removes PYTHONHOME and PYTHONPATH, which could load the modules of another Python. */
export function withoutPythonVariables(env: Machine["env"]): Record<string, string | undefined> {
  const { PYTHONHOME: _home, PYTHONPATH: _path, __PYVENV_LAUNCHER__: _launcher, ...others } = env;
  return others;
}
