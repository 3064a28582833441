// Tests the Jest recipe in the README of the mock server in a user's project: with our packages as they are packed, and
// Jest, all installed from a registry on this machine.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm, packPackage, startRegistry } from "@sinkove/local-registry";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const packages = join(import.meta.dirname, "../../packages");
const readme = readFileSync(join(packages, "mock-server/README.md"), "utf8");
const [, recipe = ""] = /^### Jest$([\s\S]*?)^### /m.exec(readme) ?? [];
const files = [...recipe.matchAll(/```js\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(
  ([, name = "", text = ""]) => [name, text] as const,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sinkove-jest-"));
  const tarballs = await Promise.all(
    ["sdk", "mock-server"].map((name) => packPackage(join(packages, name), folder)),
  );
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  const registry = await startRegistry(tarballs);
  const names = ["@sinkove/sdk", "@sinkove/mock-server", "jest"];
  await npm(folder, ["install", "--ignore-scripts", ...names], {
    registry: registry.url,
  }).finally(registry.close);
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

/** Runs Jest. Returns its exit status and its output. */
async function jest(): Promise<{ code: number; said: string }> {
  const command = [join(folder, "node_modules/jest/bin/jest.js"), "--ci"];
  try {
    return { code: 0, said: (await run(process.execPath, command, { cwd: folder })).stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

test("it passes", async () => {
  const { code, said } = await jest();
  expect(said).toMatch(/^Tests: +1 passed, 1 total$/m);
  expect(code).toBe(0);
});

test("it fails if an assertion is wrong", async () => {
  const [name, text] = files.find(([each]) => each.endsWith(".test.js")) ?? ["", ""];
  await writeFile(join(folder, name), text.replace("[{ id }]", '[{ id: "another" }]'));
  const { code, said } = await jest();
  expect(said).toMatch(/^Tests: +1 failed, 1 total$/m);
  expect(said).toContain('"another"');
  expect(code).toBe(1);
});
