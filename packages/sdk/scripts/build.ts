// Two bundles, ESM and CommonJS, and the declarations of both. In each, what a program always needs is
// one file, and what it may need is loaded when it does. What is written here is ours: the contract's types and the key checks are taken into the
// output, since a CommonJS program could not resolve the types of packages that are ESM only.
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { rolldown } from "rolldown";

const ROOT: string = join(import.meta.dirname, "..");
const DIST: string = join(ROOT, "dist");
const CONTRACT: string = join(ROOT, "../contract/dist");
/**
 * Everything but downloads, the low-level client and webhooks is in `core`. Left to itself, a bundler would cut
 * that into as many files as there are combinations of the others that share it.
 */
const APART: RegExp = /\/src\/(download\/(?!download-call)|index|low-level|webhooks)/;
const GROUPS: { name: string; test: (id: string) => boolean }[] = [
  { name: "core", test: (id) => !APART.test(withSlashes(id)) },
];

await rm(DIST, { recursive: true, force: true });
await bundle("esm");
await bundle("cjs");
await importDefault(join(DIST, "cjs/low-level.js"));
const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: ROOT, stdio: "inherit" });
await inlineContract(join(DIST, "esm"));
await copyDeclarations(join(DIST, "esm"), join(DIST, "cjs"));
await writeFile(join(DIST, "cjs/package.json"), '{ "type": "commonjs" }\n');

async function bundle(format: "esm" | "cjs"): Promise<void> {
  const bundled = await rolldown({
    cwd: ROOT,
    input: { index: "src/index.ts", webhooks: "src/webhooks.ts" },
    external: ["openapi-fetch"],
    platform: "neutral",
    tsconfig: false,
    transform: {
      target: "es2022",
      // A constructor sets every field that has no initializer.
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
  });
  await bundled.write({
    dir: `dist/${format}`,
    format,
    chunkFileNames: "[name].js",
    codeSplitting: { groups: GROUPS },
    comments: false,
    sourcemap: true,
  });
  await bundled.close();
}

/**
 * Rolldown takes what a CommonJS module exports for its default export, as Node does when ESM imports
 * it. openapi-fetch's CommonJS file has a `default` of its own, and `__esModule` to say so.
 */
async function importDefault(file: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const right = text.replace(/(__toESM\(openapi_fetch), 1\)/, "$1)");
  if (right === text)
    throw new Error("The import of openapi-fetch has another form than expected.");
  await writeFile(file, right);
}

async function inlineContract(folder: string): Promise<void> {
  await mkdir(join(folder, "contract/generated"), { recursive: true });
  for (const file of ["types.d.ts", "generated/schema.d.ts"]) {
    await cp(join(CONTRACT, file), join(folder, "contract", file));
  }
  for (const file of await declarationsIn(folder)) {
    const path = relative(join(file, ".."), join(folder, "contract/types.js"));
    const specifier = path.startsWith(".") ? path : `./${path}`;
    const text = await readFile(file, "utf8");
    const local = text
      .replaceAll('"@sinkove/contract"', `"${specifier}"`)
      .replace(/(from|import\()(\s*)"(\.[^"]*)\.ts"/g, '$1$2"$3.js"');
    await writeFile(file, local);
  }
}

async function copyDeclarations(from: string, to: string): Promise<void> {
  for (const file of await declarationsIn(from)) await cp(file, join(to, relative(from, file)));
}

async function declarationsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith(".d.ts")).map((file) => join(folder, file));
}

/** A module's id is its path, which has backslashes on Windows. */
function withSlashes(id: string): string {
  return id.replaceAll("\\", "/");
}
