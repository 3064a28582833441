import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { minify as swc } from "@swc/core";
import { build, transform } from "esbuild";
import { minify as oxc } from "rolldown/utils";
import { minify as terser } from "terser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPackage, KEY, type Project, ROOT } from "./installed-package.ts";

// Users' bundlers minify the package. It must work after every minifier.
const PROGRAM = `import { NotFoundError, Sinkove } from "@sinkove/sdk";
const client = (apiKey, answer) =>
  new Sinkove({ apiKey, baseUrl: "http://127.0.0.1:9", fetch: async () => answer });
const refusal = () => {
  try {
    client("${KEY.slice(0, -1)}x");
  } catch ({ reason }) {
    return reason;
  }
};
(async () => {
  const [{ id }] = await client("${KEY}", Response.json([{ id: "a" }])).datasets.list().all();
  const echo = { status: 404, code: "DATASET_NOT_FOUND", detail: "${KEY}" };
  const gone = client("${KEY}", Response.json(echo, { status: 404 }));
  const { error } = await gone.datasets.get("a").safe();
  console.log(id, error instanceof NotFoundError, error.message, refusal());
})();`;

const MINIFIERS: Record<string, (code: string) => Promise<string | undefined>> = {
  "SWC, as of Next": async (code) =>
    (await swc(code, { compress: true, mangle: true, module: true })).code,
  "SWC, for old browsers": async (code) =>
    (await swc(code, { compress: { passes: 3, unsafe_regexp: true }, ecma: 5, module: true })).code,
  terser: async (code) => (await terser(code, { compress: { passes: 3 }, module: true })).code,
  esbuild: async (code) => (await transform(code, { minify: true, format: "esm" })).code,
  "oxc, as of Rolldown and Vite": async (code) => (await oxc("bundle.mjs", code)).code,
};

let project: Project;
let bundle: string;
beforeAll(async () => {
  project = await installPackage();
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: project.folder },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  bundle = outputFiles[0]?.text ?? "";
});
afterAll(() => project.remove());

test.each(Object.entries(MINIFIERS))("the package works after %s", async (name, minify) => {
  const file = `${name.replaceAll(/\W+/g, "-")}.mjs`;
  expect(await project.run(file, (await minify(bundle)) ?? "")).toBe(
    "a true 404 DATASET_NOT_FOUND: sinkove_test_… checksum_mismatch\n",
  );
});

/** Returns the code of a package as built, without its comments. */
async function codeOf(name: string): Promise<string> {
  const dist = join(ROOT, "..", name, "dist");
  const files = await readdir(dist, { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".js"));
  expect(scripts).not.toEqual([]);
  const texts = await Promise.all(scripts.map((file) => readFile(join(dist, file), "utf8")));
  return texts.join("\n").replaceAll(/^ *\*.*/gm, ""); // examples in comments are not code
}

// The minifier of Next 14 changes backslashes in patterns that are strings.
test.each<[string, string[]]>([
  ["sdk", []],
  ["api-key", []],
  // The argument of the JSON Schema format "regex".
  ["contract", ["RegExp(str"]],
])("the regular expressions of %s as built are literals", async (name, others) => {
  const patterns = (await codeOf(name)).match(/\bRegExp\([^,)]*/g) ?? [];
  expect(patterns).toEqual(others);
});

// Metro, which bundles apps of React Native, refuses them: Babel's preset for React Native does not know them.
test.each(["sdk", "api-key", "contract"])("%s as built has no static blocks", async (name) => {
  expect(await codeOf(name)).not.toMatch(/\bstatic\s*\{/);
});
