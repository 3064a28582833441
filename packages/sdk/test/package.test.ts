import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build } from "esbuild";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { VERSION } from "../src/version.ts";

// The package as its users have it: built (by `npm run build`, before), packed, and installed into
// an empty project.
vi.setConfig({ testTimeout: 120_000 });
const ROOT = join(import.meta.dirname, "..");
const KEY = "sinkove_test_0bCnOzaBmNyZAlMxY9kLwX8jKvW7iJuV2ZV42I";
const SET_UP = `{ apiKey: "${KEY}", baseUrl: "http://127.0.0.1:9", fetch: async () => Response.json([{ id: "a" }]) }`;
const LIST = `const sinkove = new Sinkove(${SET_UP});
(async () => { for await (const { id } of sinkove.datasets.list()) console.log(id); })();`;

let project = "";
let tarball = "";

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "sinkove-sdk-user-"));
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", project];
  execFileSync("npm", pack, { cwd: ROOT, stdio: "pipe" });
  tarball = join(project, `sinkove-sdk-${VERSION}.tgz`);
  const modules = join(project, "node_modules");
  await mkdir(join(modules, "@sinkove/sdk"), { recursive: true });
  execFileSync("tar", [
    "xzf",
    tarball,
    "--strip-components=1",
    "-C",
    join(modules, "@sinkove/sdk"),
  ]);
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    await symlink(folderOf(name), join(modules, name));
  }
}, 120_000);

afterAll(() => rm(project, { recursive: true }));

function folderOf(name: string): string {
  const nodeModules = join(dirname(fileURLToPath(import.meta.resolve("openapi-fetch"))), "../..");
  return join(nodeModules, name);
}

async function run(file: string, source: string): Promise<string> {
  await writeFile(join(project, file), source);
  return execFileSync("node", [file], { cwd: project, encoding: "utf8" });
}

async function gzippedSize(source: string): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: project },
    bundle: true,
    splitting: true,
    outdir: join(project, "out"),
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    write: false,
    metafile: true,
  });
  const first = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint);
  const loaded = new Set(statically(metafile.outputs, first?.[0] ?? ""));
  const texts = outputFiles.filter(({ path }) => [...loaded].some((name) => path.endsWith(name)));
  return gzipSync(texts.map(({ text }) => text).join("")).length;
}

type Outputs = Record<string, { imports: { path: string; kind: string }[] }>;

function statically(outputs: Outputs, name: string): string[] {
  const imports = outputs[name]?.imports.filter(({ kind }) => kind === "import-statement") ?? [];
  return [name, ...imports.flatMap(({ path }) => statically(outputs, path))].map((path) =>
    path.slice(path.lastIndexOf("/") + 1),
  );
}

test("the version is that of package.json", async () => {
  expect(JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")).version).toBe(VERSION);
});

test("it works from an ESM program", async () => {
  expect(await run("esm.mjs", `import { Sinkove } from "@sinkove/sdk"; ${LIST}`)).toBe("a\n");
});

test("it works from a CommonJS program", async () => {
  expect(await run("cjs.cjs", `const { Sinkove } = require("@sinkove/sdk"); ${LIST}`)).toBe("a\n");
});

test("importing it touches nothing of fetch", async () => {
  const source = `
    for (const name of ["fetch", "Headers", "Request", "Response"]) {
      Object.defineProperty(globalThis, name, { get() { throw new Error("touched " + name); } });
    }
    import("@sinkove/sdk").then(() => console.log("untouched"));`;
  expect(await run("import.mjs", source)).toBe("untouched\n");
});

test("a bundle for browsers needs no stand-in for Node, and works", async () => {
  await writeFile(join(project, "page.js"), `import { Sinkove } from "@sinkove/sdk"; ${LIST}`);
  await build({
    entryPoints: [join(project, "page.js")],
    outfile: join(project, "bundle.mjs"),
    bundle: true,
    format: "esm",
    platform: "browser",
  });
  const text = await readFile(join(project, "bundle.mjs"), "utf8");
  expect(text).not.toMatch(/(from|import\(|require\()\s*"node:/);
  expect(execFileSync("node", ["bundle.mjs"], { cwd: project, encoding: "utf8" })).toBe("a\n");
});

test("a program that lists stays within 11 KB, and the whole client within 12 KB", async () => {
  const list = await gzippedSize(`import { Sinkove } from "@sinkove/sdk"; ${LIST}`);
  const whole = await gzippedSize(`import * as sdk from "@sinkove/sdk"; console.log(sdk);`);
  console.log(`min + gzip: list ${list} bytes, whole ${whole} bytes`);
  expect(list).toBeLessThanOrEqual(11 * 1024);
  expect(whole).toBeLessThanOrEqual(12 * 1024);
});

test("what is imported and not used leaves nothing in a bundle", async () => {
  expect(
    await gzippedSize(`import "@sinkove/sdk"; import { Sinkove } from "@sinkove/sdk";`),
  ).toBeLessThan(50);
});

test("publint finds nothing", async () => {
  const { messages } = await publint({ pkgDir: ROOT, strict: true, pack: "npm" });
  expect(messages).toEqual([]);
});

test("its types resolve for ESM and CommonJS (attw)", async () => {
  const result = await checkPackage(createPackageFromTarballData(await readFile(tarball)));
  expect(result.types && "problems" in result ? result.problems : ["no types"]).toEqual([]);
});

test("its declarations type-check, without skipLibCheck, in both", async () => {
  const program = `import { Sinkove, type Dataset } from "@sinkove/sdk";
    export async function first(): Promise<Dataset | undefined> {
      for await (const dataset of new Sinkove().datasets.list({ state: "READY" })) return dataset;
      return undefined;
    }`;
  await writeFile(join(project, "types.mts"), program);
  await writeFile(join(project, "types.cts"), program);
  const compilerOptions = {
    ...{ noEmit: true, strict: true, target: "es2022", module: "nodenext", types: [] },
    lib: ["es2023", "dom", "dom.asynciterable"],
  };
  const config = { compilerOptions, files: ["types.mts", "types.cts"] };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
  try {
    execFileSync("tsc", ["-p", "."], { cwd: project, encoding: "utf8" });
  } catch (error) {
    expect((error as { stdout: string }).stdout).toBe("");
    throw error;
  }
}, 60_000);
