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
 * Runs every check, and more tasks of Turborepo beside them. The generated files come first: everything else reads
 * them. After that, a check that fails keeps nothing else from running.
 *
 * @returns whether all went well
 */
export async function runChecks(tasks: readonly string[], signal: AbortSignal): Promise<boolean> {
  if (!(await runTurbo(["run", "check:generated", OUTPUT], { signal }))) return false;
  const isWithinBoundaries = await runTurbo(["boundaries"], { signal });
  const isDone = await runTurbo(["run", ...CHECKS, ...tasks, OUTPUT, "--continue"], { signal });
  return isWithinBoundaries && isDone;
}
