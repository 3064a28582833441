import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSandbox } from "@sinkove/mock-server";
import { pythonWith } from "@sinkove/python";
import { expect, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const testing = join(root, "examples/testing");

/** Counts the matches in a recipe's source, to check how many tests run. */
function count(file: string, pattern: RegExp): number {
  return [...readFileSync(join(testing, file), "utf8").matchAll(pattern)].length;
}

test("all tests of the recipe for Vitest pass", async () => {
  const vitest = join(
    createRequire(import.meta.url).resolve("vitest/package.json"),
    "../vitest.mjs",
  );
  const options = ["run", "--root", testing, "--reporter=tap-flat"];
  const { stdout } = await run(process.execPath, [vitest, ...options]);
  expect(stdout.match(/^ok /gm)).toHaveLength(count("datasets.test.ts", /^test\(/gm));
});

test("all tests of the recipe for pytest pass with the packed client", async () => {
  await using sandbox = await createSandbox({ port: 0 });
  const python = await pythonWith("sdk");
  const options = ["-m", "pytest", "-p", "no:cacheprovider", "test_datasets.py"];
  const { stdout } = await run(python, options, {
    cwd: testing,
    env: {
      ...process.env,
      SINKOVE_API_URL: sandbox.baseUrl,
      // Python can import directly from a wheel.
      PYTHONPATH: globSync(join(root, "packages/sdk-python/dist/*.whl")).join(delimiter),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  expect(stdout).toContain(` ${count("test_datasets.py", /^def test_/gm)} passed`);
});
