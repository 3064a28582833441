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

/** How many times a recipe's source has something: as many tests have to be run. */
function count(file: string, pattern: RegExp): number {
  return [...readFileSync(join(testing, file), "utf8").matchAll(pattern)].length;
}

test("the recipe for Vitest passes in Vitest, all of it", async () => {
  const vitest = join(
    createRequire(import.meta.url).resolve("vitest/package.json"),
    "../vitest.mjs",
  );
  const options = ["run", "--root", testing, "--reporter=tap-flat"];
  const { stdout } = await run(process.execPath, [vitest, ...options]);
  expect(stdout.match(/^ok /gm)).toHaveLength(count("datasets.test.ts", /^test\(/gm));
});

test("the recipe for pytest passes in pytest, all of it, with the client as it is published", async () => {
  await using sandbox = await createSandbox({ port: 0 });
  const python = await pythonWith("sdk");
  const options = ["-m", "pytest", "-p", "no:cacheprovider", "test_datasets.py"];
  const { stdout } = await run(python, options, {
    cwd: testing,
    env: {
      ...process.env,
      SINKOVE_API_URL: sandbox.baseUrl,
      // Python imports from a wheel as it is.
      PYTHONPATH: globSync(join(root, "packages/sdk-python/dist/*.whl")).join(delimiter),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  expect(stdout).toContain(` ${count("test_datasets.py", /^def test_/gm)} passed`);
});
