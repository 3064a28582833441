/** Runs a Python script with the tools of this package: `node scripts/python.ts scripts/test.py`. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pythonWith } from "@sinkove/python";

try {
  const { status } = spawnSync(await pythonWith("sdk"), process.argv.slice(2), {
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, NODE: process.execPath },
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`The Python SDK: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
