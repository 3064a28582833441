import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build } from "esbuild";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VERSION } from "../src/version.ts";
import { installPackage, LIST, type Project, ROOT } from "./installed-package.ts";

let project: Project;
beforeAll(async () => {
  project = await installPackage();
});
afterAll(() => project.remove());

test("the version is that of package.json", async () => {
  expect(JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")).version).toBe(VERSION);
});

test("npm installs it with openapi-fetch and its types, and nothing else", async () => {
  const lock = JSON.parse(await readFile(join(project.folder, "package-lock.json"), "utf8"));
  expect(Object.keys(lock.packages).sort()).toEqual([
    "",
    "node_modules/@sinkove/sdk",
    "node_modules/openapi-fetch",
    "node_modules/openapi-typescript-helpers",
  ]);
  await expect(access(join(project.folder, "node_modules/@sinkove/sdk/src"))).rejects.toThrow();
});

test("it works from an ESM program", async () => {
  const source = `import { Sinkove } from "@sinkove/sdk"; ${LIST}`;
  expect(await project.run("esm.mjs", source)).toBe("a\n");
});

test("it works from a CommonJS program", async () => {
  const source = `const { Sinkove } = require("@sinkove/sdk"); ${LIST}`;
  expect(await project.run("cjs.cjs", source)).toBe("a\n");
});

const LATER = `
const answers = {
  "/me": () => Response.json({ id: "me" }),
  "/datasets/a": () => Response.json({ code: "DATASET_NOT_FOUND" }, { status: 404 }),
  "/datasets/b": () => Response.json({ id: "b", metadata: { state: "READY" } }),
  "/datasets/c/urls/download": () => Response.json({ URL: "http://127.0.0.1:9/file", size: 2,
    sha256: "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4" }),
  "/file": () => new Response("hi"),
  "/datasets/d": () => new Response(null, { status: 307, headers: { location: "/moved" } }),
  "/moved": () => Response.json({ id: "d" }),
};
const sinkove = new Sinkove({
  apiKey: "sinkove_test_0bCnOzaBmNyZAlMxY9kLwX8jKvW7iJuV2ZV42I",
  baseUrl: "http://127.0.0.1:9",
  fetch: async (url) => answers[new URL(url).pathname](),
});
(async () => {
  const { data } = await sinkove.http.GET("/me");
  const { error } = await sinkove.datasets.get("a").safe();
  const waited = await sinkove.datasets.wait("b");
  const bytes = await sinkove.datasets.download("c");
  const moved = await sinkove.datasets.get("d");
  console.log(data.id, error instanceof NotFoundError, waited.id, bytes.length, moved.id);
})();`;

test.each([
  ["ESM", "later.mjs", 'import { NotFoundError, Sinkove } from "@sinkove/sdk";'],
  ["CommonJS", "later.cjs", 'const { NotFoundError, Sinkove } = require("@sinkove/sdk");'],
])("what is loaded when it is needed is found from %s", async (_, file, imports) => {
  expect(await project.run(file, imports + LATER)).toBe("me true b 2 d\n");
});

test("importing it does not access fetch", async () => {
  const source = `
    for (const name of ["fetch", "Headers", "Request", "Response"]) {
      Object.defineProperty(globalThis, name, { get() { throw new Error("touched " + name); } });
    }
    import("@sinkove/sdk").then(() => console.log("untouched"));`;
  expect(await project.run("import.mjs", source)).toBe("untouched\n");
});

test("a bundle for browsers needs no polyfills of Node, and works", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { Sinkove } from "@sinkove/sdk"; ${LIST}`,
      resolveDir: project.folder,
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const text = outputFiles[0]?.text ?? "";
  expect(text).not.toMatch(/(from|import\(|require\()\s*"node:/);
  expect(await project.run("bundle.mjs", text)).toBe("a\n");
});

test("publint finds nothing", async () => {
  const tarball = new Uint8Array(await readFile(project.tarball)).buffer;
  const { messages } = await publint({ strict: true, pack: { tarball } });
  expect(messages).toEqual([]);
});

test("its types resolve for ESM and CommonJS (attw)", async () => {
  const tarball = createPackageFromTarballData(await readFile(project.tarball));
  const result = await checkPackage(tarball);
  expect(result.types && "problems" in result ? result.problems : ["no types"]).toEqual([]);
});
