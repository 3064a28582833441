// The recipe for Jest of the mock server's README, in a project of a user's: the packages as they are
// packed, Jest from the registry, and nothing of this repository.
import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
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
  const pack = ["pack", "--ignore-scripts", "--pack-destination", folder];
  for (const name of ["sdk", "mock-server"]) await run("npm", pack, { cwd: join(packages, name) });
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  const flags = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
  const tarballs = globSync("*.tgz", { cwd: folder }).map((name) => `./${name}`);
  await run("npm", ["install", ...flags, ...tarballs, "jest@30.5.2"], { cwd: folder });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

/** How Jest ends, and what it says. */
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

test("it fails where an assertion is wrong", async () => {
  const [name, text] = files.find(([each]) => each.endsWith(".test.js")) ?? ["", ""];
  await writeFile(join(folder, name), text.replace("[{ id }]", '[{ id: "another" }]'));
  const { code, said } = await jest();
  expect(said).toMatch(/^Tests: +1 failed, 1 total$/m);
  expect(said).toContain('"another"');
  expect(code).toBe(1);
});
