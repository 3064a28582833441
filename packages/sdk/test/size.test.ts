import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPackage, type Project } from "./installed-package.ts";

// Budgets for the size that the package adds to users' bundles: minified, with each file gzipped separately, as servers
// send it. The first budget was 7.2 KB, when errors and waits were loaded on demand. Service workers and extensions
// reject import(), so all code for errors, retries and waits is now loaded at the start (8.8 KB). Since then, monotonic
// waits added 0.2 KB, the checks of all arguments and the calls that do not throw 0.8 KB, and Workers and Deno 0.1 KB.
// Downloads grew by 0.7 KB to be safe when they run in parallel. The nine methods of webhook endpoints added 0.2 KB,
// and checks of methods and redirects 0.1 KB. Receivers verify webhooks with a separate entry point. Removing
// duplicate steps took 0.5 KB away again. decisions/0010 lists the size of each feature.
const KB = 1024;
const LIST = `import { Sinkove } from "@sinkove/sdk";
for await (const { id } of new Sinkove().datasets.list()) console.log(id);`;

let project: Project;
beforeAll(async () => {
  project = await installPackage();
});
afterAll(() => project.remove());

/** Returns the bytes that are loaded with a program, and the bytes that may be loaded later. */
async function sizesOf(source: string): Promise<{ first: number; later: number }> {
  const input = join(project.folder, "program.mjs");
  await writeFile(input, source);
  const bundle = await rolldown({ input, platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const chunks = new Map(
    output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file]] : [])),
  );
  const first = new Set(
    [...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
  );
  for (const name of first) for (const next of chunks.get(name)?.imports ?? []) first.add(next);
  const sum = (isFirst: boolean) =>
    [...chunks.values()]
      .filter(({ fileName }) => first.has(fileName) === isFirst)
      .reduce((total, { code }) => total + gzipSync(code).length, 0);
  return { first: sum(true), later: sum(false) };
}

test("a program that lists stays within 10.25 KB, and what it may load later within 6.9 KB", async () => {
  const { first, later } = await sizesOf(LIST);
  console.log(`min + gzip: a program that lists ${first} bytes, and later ${later}`);
  expect(first).toBeLessThanOrEqual(10.25 * KB);
  expect(later).toBeLessThanOrEqual(6.9 * KB);
});

test("the whole client stays within 17.25 KB, of which 6.9 KB may be loaded later", async () => {
  const whole = 'import * as sdk from "@sinkove/sdk"; console.log(sdk);';
  const { first, later } = await sizesOf(whole);
  console.log(`min + gzip: the whole client ${first} bytes, and later ${later}`);
  expect(first + later).toBeLessThanOrEqual(17.25 * KB);
  expect(later).toBeLessThanOrEqual(6.9 * KB);
});

test("unused imports add nothing to a bundle", async () => {
  const { first } = await sizesOf('import { Sinkove } from "@sinkove/sdk";');
  expect(first).toBeLessThan(50);
});
