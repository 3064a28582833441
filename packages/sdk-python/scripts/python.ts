/**
 * Runs a Python script with the tools of this package: `node scripts/python.ts scripts/test.py`. With `--optional`, a
 * machine without Python or a package index gets a message and exit code 0: a build of the whole repository may need
 * no Python.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pythonWith } from "@sinkove/python";

const given = process.argv.slice(2);
const isOptional = given[0] === "--optional";
process.exitCode = await run(isOptional ? given.slice(1) : given);

async function run(args: readonly string[]): Promise<number> {
  const python = await pythonWith("sdk").catch(explain);
  if (python === undefined) return isOptional ? 0 : 1;
  const options = {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, NODE: process.execPath },
    stdio: "inherit",
  } as const;
  return spawnSync(python, args, options).status ?? 1;
}

function explain(error: unknown): undefined {
  const told = error instanceof Error ? error.message : `${error}`;
  console.error(`The Python SDK${isOptional ? " is left out" : ""}: ${told}`);
}
