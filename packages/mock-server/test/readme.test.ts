// Runs the recipes of the README with their test runners, in a folder where the package is installed. The recipe for
// Jest also needs the SDK, so examples/test/jest.test.ts runs it.
import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm } from "@sinkove/local-registry";
import { pythonWith } from "@sinkove/python";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createUserProject, type UserProject } from "./user-project.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const run = promisify(execFile);
const SNIPPET = /```(?:js|python)\n(?:\/\/|#) ([\w.-]+)[^\n]*\n([\s\S]*?)```/g;

let project: UserProject;
let folder: string;
beforeAll(async () => {
  project = await createUserProject();
  folder = join(project.folder, "recipes");
  await mkdir(folder);
  await npm(folder, ["install", project.tarball]);
  const vitest = join(createRequire(import.meta.url).resolve("vitest/package.json"), "..");
  await symlink(vitest, join(folder, "node_modules/vitest"), "junction");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
  const recipes = readme.replace(/^### Jest$[\s\S]*?(?=^### )/m, "");
  for (const [, name = "", text = ""] of recipes.matchAll(SNIPPET)) {
    await writeFile(join(folder, name), text);
  }
});
afterAll(() => project.remove());

const environment = () => ({ ...process.env, NO_COLOR: "1" });

test("the recipe for Vitest passes", async () => {
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  const options = { cwd: folder, env: environment() };
  const { stdout } = await run(process.execPath, [vitest, "run", "--root", folder], options);
  expect(stdout).toContain("2 passed");
});

test("the recipe for pytest passes", { timeout: 600_000 }, async () => {
  const python = await pythonWith("pytest");
  const { stdout } = await run(python, ["-m", "pytest", "-q", "-p", "no:cacheprovider"], {
    cwd: folder,
    env: environment(),
  });
  expect(stdout).toContain("1 passed");
});
