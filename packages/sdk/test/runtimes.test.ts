import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPackage, LIST, type Project } from "./installed-package.ts";

const require = createRequire(import.meta.url);
// The packages `deno` and `bun` install the program in a platform package.
const DENO = [process.execPath, join(dirname(require.resolve("deno/package.json")), "bin.cjs")];
const BUN = bunProgram();

/** npm 11 runs no install scripts. npm 10 runs Bun's, which moves the program to its final location. */
function bunProgram(): string {
  const unmoved = join(dirname(require.resolve(`${bunPackage()}/package.json`)), "bin/bun");
  const moved = join(dirname(require.resolve("bun/package.json")), "bin/bun.exe");
  return existsSync(unmoved) ? unmoved : moved;
}

function bunPackage(): string {
  const arch = process.arch === "arm64" ? "aarch64" : process.arch;
  return `@oven/bun-${process.platform === "win32" ? "windows" : process.platform}-${arch}`;
}

const DOWNLOAD = `
import { writeFileSync, readFileSync } from "node:fs";
const sha256 = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4";
const { fetch } = { fetch: async (url) => String(url).endsWith("/download")
  ? Response.json({ URL: "http://127.0.0.1:9/file", size: 2, sha256 }) : new Response("hi") };
const sinkove = new Sinkove({ apiKey: "sinkove_test_0bCnOzaBmNyZAlMxY9kLwX8jKvW7iJuV2ZV42I",
  baseUrl: "http://127.0.0.1:9", fetch });
await sinkove.datasets.download("a", "a.zip", { strategy: "replace" });
console.log(readFileSync("a.zip", "utf8"));`;
const IMPORT = 'import { Sinkove } from "@sinkove/sdk";\n';

let project: Project;
beforeAll(async () => {
  project = await installPackage();
});
afterAll(() => project.remove());

test.each<[string, [string, ...string[]]]>([
  [
    "Deno",
    [
      DENO[0] ?? "",
      DENO[1] ?? "",
      "run",
      "--no-prompt",
      "--no-remote",
      "--allow-env",
      "--allow-read=.",
      "--allow-write=.",
    ],
  ],
  ["Bun", [BUN]],
])("it lists, and downloads to a file, on %s", async (_, command) => {
  expect(await project.run("list.mjs", IMPORT + LIST, command)).toBe("a\n");
  expect(await project.run("download.mjs", IMPORT + DOWNLOAD, command)).toBe("hi\n");
});

test("on Deno, nothing asks for the environment if it is not needed, and none is a clear error", async () => {
  const deno: [string, ...string[]] = [
    DENO[0] ?? "",
    DENO[1] ?? "",
    "run",
    "--no-remote",
    "--allow-net",
  ];
  expect(await project.run("net-only.mjs", IMPORT + LIST, deno)).toBe("a\n");
  const none = `${IMPORT}
    try { new Sinkove() } catch ({ name, message }) { console.log(name, message.slice(0, 23)) }`;
  const expected = "ConfigurationError The API key is missing.\n";
  expect(await project.run("no-environment.mjs", none, [...deno, "--no-prompt"])).toBe(expected);
});
