// Everything that the package needs is taken into it, so that its users install one package and nothing else: the
// API and the contract, which are not published, and Prism, whose own dependencies are many.
import { execFileSync } from "node:child_process";
import { copyFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT: string = join(import.meta.dirname, "..");
const DIST: string = join(ROOT, "dist");

await rm(DIST, { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: ["src/cli.ts", "src/index.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  chunkNames: "chunk-[hash]",
  format: "esm",
  platform: "node",
  target: "node22",
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 200,
  legalComments: "none",
  // Its CommonJS asks for its parts in a way that no bundler can follow.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  // Prism is CommonJS, and asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});
execFileSync("tsc", ["-p", "tsconfig.build.json", "--emitDeclarationOnly"], {
  cwd: ROOT,
  stdio: "inherit",
});
const bundle = createRequire(import.meta.url).resolve("@sinkove/openapi/openapi.json");
await copyFile(bundle, join(DIST, "openapi.json"));
