// Writes two outputs: `dist/index.js`, which pages import, and `dist/static/`, which a site serves unchanged at its
// base path. Workers are bundled here as ES modules, because bundlers of pages turn them into classic scripts.
import { execFileSync } from "node:child_process";
import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { constants, gzipSync } from "node:zlib";
import { readContract } from "@sinkove/openapi/contract";
import { type BuildOptions, build } from "esbuild";
import type { PythonPart, PythonParts } from "../src/run/python/parts.ts";
import { contractExamples } from "../src/sandbox/contract-examples.ts";

const root: string = fileURLToPath(new URL("..", import.meta.url));
const site = "dist/static";
const playground = `${site}/playground`;
const BEST = { level: constants.Z_BEST_COMPRESSION };

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2023",
  minify: true,
  legalComments: "none",
  loader: { ".py": "text" },
  logLevel: "warning",
};

await rm(`${root}/dist`, { recursive: true, force: true });
await mkdir(`${root}/${playground}`, { recursive: true });
const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
await Promise.all([
  build({ ...common, entryPoints: ["src/index.ts"], outfile: "dist/index.js", minify: false }),
  // Tests import this bundle. It runs on Node.
  build({
    ...common,
    entryPoints: { "real-programs": "src/real-programs/index.ts" },
    outdir: "dist",
    platform: "node",
    // This package finds its files relative to its own source file.
    external: ["@sinkove/python"],
    minify: false,
  }),
  build({
    ...common,
    entryPoints: ["src/sandbox/service-worker.ts"],
    outfile: `${site}/service-worker.js`,
    define: { CONTRACT_EXAMPLES: JSON.stringify(contractExamples(readContract())) },
  }),
  build({
    ...common,
    entryPoints: { "run-worker": "src/run/run-worker.ts" },
    outdir: playground,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  }),
  build({
    ...common,
    entryPoints: {
      sdk: "@sinkove/sdk",
      "node-fs-promises": "src/run/javascript/node-fs-promises.ts",
      "node-process": "src/run/javascript/node-process.ts",
    },
    outdir: playground,
    external: ["node:*"],
  }),
  copyPython(),
]);

/**
 * Copies Python into the site, and lists the files with their sizes. Compresses the large files, because static hosts
 * may not compress WebAssembly.
 */
async function copyPython(): Promise<void> {
  const pyodide = fileURLToPath(new URL(".", import.meta.resolve("pyodide/package.json")));
  const folder = `${root}/${playground}/pyodide`;
  await mkdir(folder, { recursive: true });
  await cp(`${pyodide}pyodide.mjs`, `${folder}/pyodide.mjs`);
  const read = (name: string): Promise<Buffer> => readFile(`${pyodide}${name}`);
  const files = await Promise.all([
    writePart(folder, "pyodide.asm.mjs", gzipSync(await read("pyodide.asm.mjs"), BEST)),
    writePart(folder, "pyodide.asm.wasm", gzipSync(await read("pyodide.asm.wasm"), BEST)),
    writePart(folder, "python_stdlib.zip", await read("python_stdlib.zip")),
    writePart(folder, "pyodide-lock.json", withoutPackages(await read("pyodide-lock.json"))),
  ]);
  const parts: PythonParts = { files, wheels: await copyWheels() };
  await writeFile(`${folder}/parts.json`, JSON.stringify(parts));
}

async function writePart(folder: string, name: string, bytes: Buffer): Promise<PythonPart> {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  // The suffix is not `.gz`, because some hosts decompress such files or serve them as compressed JavaScript.
  const file = isCompressed ? `${name}.gzip` : name;
  await writeFile(`${folder}/${file}`, bytes);
  return { name, file, bytes: bytes.length };
}

/** Removes Pyodide's own packages from its lock file, since the site does not contain them. */
function withoutPackages(lock: Buffer): Buffer {
  return Buffer.from(JSON.stringify({ ...JSON.parse(lock.toString("utf8")), packages: {} }));
}

async function copyWheels(): Promise<PythonPart[]> {
  const wheels = fileURLToPath(new URL("../../sdk-python/dist/pyodide", import.meta.url));
  const names: string[] = JSON.parse(await readFile(`${wheels}/index.json`, "utf8"));
  return Promise.all(
    names.map(async (name) => {
      const copy = `${root}/${playground}/wheels/${name}`;
      await cp(`${wheels}/${name}`, copy);
      return { name, file: name, bytes: (await stat(copy)).size };
    }),
  );
}
