import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSandbox } from "@sinkove/mock-server";
import { expect, onTestFinished, test } from "vitest";

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
  const python = join(root, "packages/sdk-python");
  const options = ["-m", "pytest", "-p", "no:cacheprovider", "test_datasets.py"];
  const { stdout } = await run(join(python, ".venv/bin/python"), options, {
    cwd: testing,
    env: {
      ...process.env,
      SINKOVE_API_URL: sandbox.baseUrl,
      // Python imports from a wheel as it is.
      PYTHONPATH: globSync(join(python, "dist/*.whl")).join(":"),
      PYTHONDONTWRITEBYTECODE: "1",
    },
  });
  expect(stdout).toContain(` ${count("test_datasets.py", /^def test_/gm)} passed`);
});

test("the recipe for Jest starts a mock server for its tests, and ends it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-jest-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  for (const name of ["jest-set-up.mjs", "jest-tear-down.mjs"])
    await writeFile(join(folder, name), readmeBlock(name));
  // As Jest does: the set-up, tests that find its variables, the tear-down, all in one process.
  const asJest = `
    const [setUp, tearDown] = await Promise.all(["set-up", "tear-down"].map((name) => import("./jest-" + name + ".mjs")));
    await setUp.default();
    const { SINKOVE_API_URL: url, SINKOVE_API_KEY: key } = process.env;
    const { status } = await fetch(url + "/v1/me", { headers: { Authorization: "Bearer " + key } });
    await tearDown.default();
    const after = await fetch(url).then(() => "answers", () => "is gone");
    console.log(status, after);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", asJest], {
    cwd: folder,
  });
  expect(stdout).toBe("200 is gone\n");
});

/** A block of the mock server's README that begins with a file's name. */
function readmeBlock(name: string): string {
  const readme = readFileSync(join(root, "packages/mock-server/README.md"), "utf8");
  const blocks = [...readme.matchAll(/```js\n(\/\/ [\s\S]*?)```/g)].map(([, code = ""]) => code);
  const block = blocks.find((code) => code.startsWith(`// ${name}`));
  if (block === undefined) throw new Error(`The README has no ${name}.`);
  return block;
}
