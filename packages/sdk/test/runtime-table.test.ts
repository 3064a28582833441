import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { launchChromium } from "@sinkove/chromium";
import { transform } from "esbuild";
import { rolldown } from "rolldown";
import { build as vite } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import webpack from "webpack";
import { installPackage, type Project } from "./installed-package.ts";
import { close, listen, originOf, startApi } from "./runtimes/api.ts";
import { documented, type Row } from "./runtimes/guide.ts";
import { CHECK } from "./runtimes/program.ts";

// Checks that the packed package does in each runtime what the table in the guide "Runtimes" says.
const run = promisify(execFile);
const require = createRequire(import.meta.url);

let project: Project;
let api: { url: string; close: () => void };
let site: Server;

beforeAll(async () => {
  project = await installPackage();
  await writeFile(join(project.folder, "check.mjs"), CHECK);
  api = await startApi();
  site = await listen(async (_, url, response) => {
    const path = join(project.folder, "site", new URL(url, "http://a").pathname);
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.setHeader("content-type", path.endsWith(".html") ? "text/html" : "text/javascript");
    response.end(await readFile(path));
  });
});
afterAll(async () => {
  api?.close();
  if (site) close(site);
  await project?.remove();
});

/** Returns the path of a package's program, because npm creates no links for it in tests. */
function inPackage(name: string, path: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), path);
}

function bun(): string {
  const arch = process.arch === "arm64" ? "aarch64" : process.arch;
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const unmoved = inPackage(`@oven/bun-${platform}-${arch}`, "bin/bun");
  return existsSync(unmoved) ? unmoved : inPackage("bun", "bin/bun.exe");
}

/** Returns the last line of a command's output, parsed as JSON. */
async function rowOf(
  [command = "", ...args]: string[],
  source: string,
  file: string,
): Promise<Row> {
  await writeFile(join(project.folder, file), source);
  const { stdout } = await run(command, [...args, file], { cwd: project.folder });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

const NODE = process.execPath;

test.each([
  ["Node 24", () => [NODE]],
  [
    "Deno",
    () => [
      ...[NODE, inPackage("deno", "bin.cjs"), "run", "--no-prompt", "--no-remote"],
      ...["--allow-net=127.0.0.1", "--allow-env", "--allow-read=.", "--allow-write=."],
    ],
  ],
  ["Bun", () => [bun()]],
])("%s does what the guide says", async (runtime, command) => {
  const source = `import { check } from "./check.mjs";
    console.log(JSON.stringify(await check("${api.url}")));`;
  expect(await rowOf(command(), source, "main.mjs")).toEqual(await documented(runtime));
});

/** Runs a user's test, which writes its row to a file. */
async function rowOfTest(file: string, imports: string, args: string[]): Promise<Row> {
  const source = `${imports}
    test("the package works", async () => {
      const row = JSON.stringify(await check("${api.url}"));
      process.getBuiltinModule("node:fs").writeFileSync("row.json", row);
    });`;
  await writeFile(join(project.folder, file), source);
  await run(NODE, args, { cwd: project.folder });
  return JSON.parse(await readFile(join(project.folder, "row.json"), "utf8"));
}

test("Jest does what the guide says", async () => {
  const { code } = await transform(CHECK, { format: "cjs" });
  await writeFile(join(project.folder, "check.cjs"), code);
  const imports = 'const { check } = require("./check.cjs");';
  const args = [inPackage("jest", "bin/jest.js"), "--rootDir", project.folder, "jest"];
  expect(
    await rowOfTest("jest.test.cjs", imports, [...args, "--testMatch", "**/jest.test.cjs"]),
  ).toEqual(await documented("Jest (node)"));
});

test("Vitest does what the guide says", async () => {
  const imports = 'import { check } from "./check.mjs";';
  const args = [inPackage("vitest", "vitest.mjs"), "run", "--globals", "--root", project.folder];
  expect(await rowOfTest("vitest.test.mjs", imports, [...args, "vitest.test.mjs"])).toEqual(
    await documented("Vitest (node)"),
  );
});

const START = `import { check } from "./check.mjs";
const baseUrl = new URL(globalThis.location.href).searchParams.get("api");`;
const IN_PAGE = `${START}
globalThis.result = check(baseUrl);`;
const IN_WORKER = `${START}
check(baseUrl).then((row) => postMessage(row));`;
const IN_SERVICE_WORKER = `${START}
addEventListener("message", async ({ source }) => source.postMessage(await check(baseUrl)));`;

/** Bundles a program into a folder of the site, as `main.js`. */
async function bundle(name: string, source: string, isOneFile = false): Promise<void> {
  const input = join(project.folder, `${name}.mjs`);
  await writeFile(input, source);
  const bundled = await rolldown({ input, platform: "browser" });
  const entryFileNames = "main.js";
  const dir = join(project.folder, "site", name);
  await bundled.write({ dir, entryFileNames, format: "esm", codeSplitting: !isOneFile });
  await bundled.close();
}

const PAGE = '<script type="module" src="main.js"></script>';
const OPENED: Readonly<Record<string, string>> = {
  page: PAGE,
  worker: `<script>
    globalThis.result = new Promise((resolve) => {
      const worker = new Worker("main.js" + location.search, { type: "module" });
      worker.onmessage = ({ data }) => resolve(data);
    });
  </script>`,
  "service-worker": `<script>
    globalThis.result = new Promise(async (resolve) => {
      navigator.serviceWorker.onmessage = ({ data }) => resolve(data);
      await navigator.serviceWorker.register("main.js" + location.search, { type: "module" });
      const { active } = await navigator.serviceWorker.ready;
      active.postMessage("start");
    });
  </script>`,
};

async function rowOfPage(name: string, html = PAGE): Promise<Row> {
  await mkdir(join(project.folder, "site", name), { recursive: true });
  await writeFile(join(project.folder, "site", name, "index.html"), `<!doctype html>${html}`);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${originOf(site)}/${name}/index.html?api=${encodeURIComponent(api.url)}`);
    await page.waitForFunction("globalThis.result");
    return await page.evaluate("globalThis.result");
  } finally {
    await browser.close();
  }
}

test.each([
  ["Chromium: page", "page", IN_PAGE],
  ["Chromium: worker", "worker", IN_WORKER],
  ["Chromium: service worker", "service-worker", IN_SERVICE_WORKER],
])("%s does what the guide says", async (runtime, name, source) => {
  await bundle(name, source, name === "service-worker");
  expect(await rowOfPage(name, OPENED[name])).toEqual(await documented(runtime));
});

test("a bundle of Vite does what the guide says", async () => {
  await writeFile(join(project.folder, "vite.mjs"), IN_PAGE);
  await vite({
    ...{ root: project.folder, configFile: false, logLevel: "error" },
    build: {
      outDir: join(project.folder, "site/vite"),
      rollupOptions: {
        input: join(project.folder, "vite.mjs"),
        output: { entryFileNames: "main.js", assetFileNames: "[name][extname]" },
      },
    },
    base: "./",
  });
  expect(await rowOfPage("vite")).toEqual(await documented("Vite 8"));
});

test("a bundle of webpack does what the guide says", async () => {
  await writeFile(join(project.folder, "webpack.mjs"), IN_PAGE);
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
    webpack(
      {
        ...{ mode: "production", context: project.folder, entry: "./webpack.mjs", target: "web" },
        output: { path: join(project.folder, "site/webpack"), filename: "main.js" },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    ),
  );
  expect(stats?.toJson({ all: false, errors: true, warnings: true })).toMatchObject({
    ...{ errors: [], warnings: [] },
  });
  expect(await rowOfPage("webpack")).toEqual(await documented("webpack 5"));
});
