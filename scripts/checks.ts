import { runTurbo } from "./turbo.ts";

const CHECKS = [
  "lint",
  "check:unused",
  "check:lockfile",
  "check:workflows",
  "check:prose",
  "typecheck",
];
const OUTPUT = "--output-logs=new-only";

/**
 * Runs all checks, and further Turborepo tasks beside them. Generated files are checked first, because everything else
 * reads them. After that, a failed check does not stop the others.
 *
 * @returns whether all of them succeeded
 */
export async function runChecks(tasks: readonly string[], signal: AbortSignal): Promise<boolean> {
  if (!(await runTurbo(["run", "check:generated", OUTPUT], { signal }))) return false;
  const isWithinBoundaries = await runTurbo(["boundaries"], { signal });
  const isDone = await runTurbo(["run", ...CHECKS, ...tasks, OUTPUT, "--continue"], { signal });
  return isWithinBoundaries && isDone;
}
