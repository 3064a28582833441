import { access, constants, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type LocalRegistry, npm, packPackage, startRegistry } from "../src/index.ts";

let registry: LocalRegistry;
let folder: string;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sinkove-registry-"));
  await writeFile(join(folder, "package.json"), '{ "private": true }');
});
afterEach(() => rm(folder, { recursive: true }));

const install = (...packages: string[]) =>
  npm(folder, ["install", ...packages], { registry: registry.url });

async function versionOf(path: string): Promise<string> {
  const manifest = await readFile(join(folder, "node_modules", path, "package.json"), "utf8");
  return JSON.parse(manifest).version;
}

test("a package comes with its dependencies, from ranges", async () => {
  await install("fast-check@^4.0.0");
  await expect(versionOf("fast-check")).resolves.toMatch(/^4\./);
  await expect(versionOf("pure-rand")).resolves.toMatch(/^\d/);
});

test("a scoped package comes", async () => {
  await install("@types/node");
  await expect(versionOf("@types/node")).resolves.toMatch(/^\d/);
});

test("a package that is locked under another name has its real one, in each version", async () => {
  await install("typescript@6", "seven@npm:typescript@7.0.2");
  await expect(versionOf("typescript")).resolves.toMatch(/^6\./);
  await expect(versionOf("seven")).resolves.toBe("7.0.2");
});

test("a command can be run", async () => {
  await install("esbuild", "--ignore-scripts");
  await access(join(folder, "node_modules/.bin/esbuild"), constants.X_OK);
  const { stdout } = await npm(folder, ["exec", "--", "esbuild", "--version"]);
  expect(stdout.trim()).toBe(await versionOf("esbuild"));
});

test("a package of a tarball comes from the registry that was given it", async () => {
  const tarball = await packPackage(join(import.meta.dirname, "../../api-key"), folder);
  const own = await startRegistry([tarball]);
  await npm(folder, ["install", "@sinkove/api-key"], { registry: own.url });
  await own.close();
  await expect(versionOf("@sinkove/api-key")).resolves.toMatch(/^\d/);
});

test("a package that is not locked is refused, with what to do", async () => {
  await expect(install("left-pad")).rejects.toThrow("make it a development dependency");
});

test("a version that is not locked is refused", async () => {
  await expect(install("typescript@4")).rejects.toThrow("No matching version found");
});

test("nothing else can be reached", async () => {
  await expect(npm(folder, ["install", "typescript"])).rejects.toThrow("ECONNREFUSED");
});
