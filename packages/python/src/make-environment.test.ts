import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { Environment } from "./environments.ts";
import { findPython, type Python } from "./find-python.ts";
import { makeEnvironment } from "./make-environment.ts";

vi.setConfig({ testTimeout: 300_000 });

let python: Python;
beforeAll(async () => {
  const found = await findPython(10);
  if ("missing" in found) throw new Error(found.missing);
  python = found;
});

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-environments-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function environmentWith(folder: string, requirements: string): Environment {
  const file = join(folder, "requirements.txt");
  writeFileSync(file, requirements);
  return { name: "pytest", purpose: "nothing", minor: 10, requirements: file };
}

test("an environment is created once, even for concurrent callers, and again if its requirements change", async () => {
  const folder = createFolder();
  const environment = environmentWith(folder, "# None.\n");
  const said: string[] = [];
  const options = { folder, say: (line: string) => void said.push(line) };
  const make = () => makeEnvironment(environment, python, options);
  const [one, other] = await Promise.all([make(), make()]);
  expect(one).toBe(other);
  expect(existsSync(one)).toBe(true);
  expect(said).toEqual(["Installing nothing (first time only)…"]);
  writeFileSync(environment.requirements, "# None, still.\n");
  await make();
  expect(said).toHaveLength(2);
});

test("nothing remains of an environment that cannot be installed", async () => {
  const folder = createFolder();
  vi.stubEnv("PIP_NO_INDEX", "1");
  onTestFinished(() => void vi.unstubAllEnvs());
  const requirement = `a-package==1 --hash=sha256:${"0".repeat(64)}\n`;
  await expect(
    makeEnvironment(environmentWith(folder, requirement), python, { folder }),
  ).rejects.toThrow(/^pip failed: ERROR: Could not find .* a-package==1/);
  expect(existsSync(join(folder, "pytest"))).toBe(false);
});

test("reports an index that does not answer in one line", async () => {
  const folder = createFolder();
  vi.stubEnv("PIP_INDEX_URL", "http://127.0.0.1:9/simple");
  onTestFinished(() => void vi.unstubAllEnvs());
  const requirement = `a-package==1 --hash=sha256:${"0".repeat(64)}\n`;
  await expect(
    makeEnvironment(environmentWith(folder, requirement), python, { folder }),
  ).rejects.toThrow(/^pip cannot reach the Python package index\. [^\n]*$/);
});

test.each(["sdk", "pytest", "schemathesis", "s3-server", "prometheus", "official-client"])(
  "every requirement of %s has its version and hashes",
  (name) => {
    const file = new URL(`../requirements/${name}.txt`, import.meta.url);
    const text = readFileSync(file, "utf8").replaceAll(/^\s*#.*\n/gm, "");
    const entries = text.split(/\n(?=\S)/);
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry).toMatch(/^[\w.-]+(\[.*\])?==[\s\S]*--hash=sha256:/);
  },
);
