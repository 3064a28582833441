// Builds an ESM and a CommonJS bundle with declarations. In each bundle, one file contains the code that every program
// needs. Other code is in separate files that are loaded on demand. The types of the contract and the key checks are
// inlined, because CommonJS programs cannot resolve the types of packages that are ESM only.
import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { rolldown } from "rolldown";

const ROOT: string = join(import.meta.dirname, "..");
const DIST: string = join(ROOT, "dist");
const CONTRACT: string = join(ROOT, "../contract/dist");
/**
 * Code that is not in `core`: downloads, the low-level client and webhooks. Without groups, the bundler would create a
 * file for each combination of these parts that shares code.
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
 * Makes the CommonJS bundle use the default export of openapi-fetch. Rolldown uses the whole CommonJS module as the
 * default export, as Node does when ESM imports it, but openapi-fetch's module has a `default` and sets `__esModule`.
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

/** Returns a module's ID, which is its path, with slashes on Windows too. */
function withSlashes(id: string): string {
  return id.replaceAll("\\", "/");
}
