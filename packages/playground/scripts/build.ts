// Two outputs: `dist/index.js`, which a page imports, and `dist/static/`, which a site serves as it is, at the
// root of its base. Workers are bundled here as ES modules: bundlers of pages make classic scripts of them.
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { readContract } from "@sinkove/openapi/contract";
import { type BuildOptions, build } from "esbuild";
import { contractExamples } from "../src/sandbox/contract-examples.ts";

const root: string = fileURLToPath(new URL("..", import.meta.url));
const site = "dist/static";
const playground = `${site}/playground`;

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
  // For tests, on Node.
  build({
    ...common,
    entryPoints: { "real-programs": "src/real-programs/index.ts" },
    outdir: "dist",
    platform: "node",
    // It finds its files beside its source.
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

/** Pyodide finds its parts beside itself, so it is copied, not bundled. */
async function copyPython(): Promise<void> {
  const pyodide = fileURLToPath(new URL(".", import.meta.resolve("pyodide/package.json")));
  await mkdir(`${root}/${playground}/pyodide`, { recursive: true });
  const parts = [
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
  ];
  for (const part of parts) await cp(`${pyodide}${part}`, `${root}/${playground}/pyodide/${part}`);
  const wheels = fileURLToPath(new URL("../../sdk-python/dist/pyodide", import.meta.url));
  for (const file of await readdir(wheels)) {
    await cp(`${wheels}/${file}`, `${root}/${playground}/wheels/${file}`);
  }
}
