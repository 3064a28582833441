// Bundles everything the package needs, so that users install a single package: the API and the contract, which are
// not published, and Prism, which has many dependencies.
import { execFileSync } from "node:child_process";
import { copyFile, cp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { completeDeclarations } from "./declarations.ts";
import { lateModules } from "./late-modules.ts";
import { licencesOf } from "./licences.ts";

const ROOT: string = join(import.meta.dirname, "..");
const DIST: string = join(ROOT, "dist");

await rm(DIST, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: ["src/cli.ts", "src/index.ts", "src/vitest.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  chunkNames: "chunk-[hash]",
  format: "esm",
  platform: "node",
  target: "node22",
  // `keepNames` stays off because restoring the function names slows the start down.
  minify: true,
  lineLimit: 200,
  legalComments: "none",
  plugins: [lateModules],
  metafile: true,
  alias: {
    // The CommonJS build loads its parts in a way that bundlers cannot follow.
    "jsonc-parser": "jsonc-parser/lib/esm/main.js",
    // Prism can read Postman collections. This package never does, and the library would add two megabytes.
    "postman-collection": join(ROOT, "scripts/nothing.ts"),
  },
  // Prism is CommonJS and calls `require` for Node's built-in modules.
  banner: {
    js: 'import { createRequire as $requireFrom } from "node:module"; const require = $requireFrom(import.meta.url);',
  },
});
const tsc = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
const flags = ["-p", "tsconfig.build.json", "--emitDeclarationOnly", "--sourceMap", "false"];
execFileSync(process.execPath, [tsc, ...flags], { cwd: ROOT, stdio: "inherit" });
await completeDeclarations({
  dist: DIST,
  contract: join(ROOT, "../contract/dist"),
  entries: ["index.d.ts", "vitest.d.ts"],
});
const bundled = Object.keys(metafile.inputs).map((file) => join(ROOT, file));
await writeFile(join(DIST, "THIRD-PARTY-LICENSES.txt"), await licencesOf(bundled));
const bundle = createRequire(import.meta.url).resolve("@sinkove/openapi/openapi.json");
await copyFile(bundle, join(DIST, "openapi.json"));
await cp(join(ROOT, "src/page"), join(DIST, "page"), { recursive: true });
await copyFile(join(ROOT, "src/seed/seed.schema.json"), join(DIST, "seed.schema.json"));
// The console's build consists of static files and a module that serves them.
await cp(join(ROOT, "../../apps/console/dist"), join(DIST, "console"), {
  recursive: true,
  filter: (file) => !/\.(map|d\.ts)$/.test(file),
});
