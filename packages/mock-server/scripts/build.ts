// Everything that the package needs is taken into it, so that its users install one package and nothing else: the
// API and the contract, which are not published with it, and Prism, whose own dependencies are many.
import { execFileSync } from "node:child_process";
import { copyFile, cp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { completeDeclarations } from "./declarations.ts";
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
  // The names of functions are not kept: to give each its own again took a sixth of a start.
  minify: true,
  lineLimit: 200,
  legalComments: "none",
  metafile: true,
  alias: {
    // Its CommonJS asks for its parts in a way that no bundler can follow.
    "jsonc-parser": "jsonc-parser/lib/esm/main.js",
    // Prism can read Postman's collections, and this package never does: two megabytes of made-up names.
    "postman-collection": join(ROOT, "scripts/nothing.ts"),
  },
  // Prism is CommonJS, and asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
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
// The console is static files, and a module that serves them: built before, and taken as it is.
await cp(join(ROOT, "../../apps/console/dist"), join(DIST, "console"), {
  recursive: true,
  filter: (file) => !/\.(map|d\.ts)$/.test(file),
});
