import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { readArguments } from "../src/arguments.ts";
import { connectSandbox } from "../src/index.ts";

const cli = fileURLToPath(new URL("../bin/sinkove-mock.js", import.meta.url));
const run = promisify(execFile);

let started: ChildProcess | undefined;
afterEach(() => {
  started?.kill("SIGKILL");
  vi.unstubAllEnvs();
});

/** Runs a command that must fail. Resolves to its error. */
async function failure(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return run(process.execPath, [cli, ...args]).then(
    () => expect.fail("the command succeeded"),
    (error) => error,
  );
}

async function start(...args: string[]): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [cli, "--json", "--port", "0", ...args]);
  started = child;
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { origin: JSON.parse(line).url, child };
}

test("answers over a socket on a free port, and stops at SIGTERM", async () => {
  const { origin, child } = await start("--stateless");
  const headers = { authorization: "Bearer x" };
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${origin}/v1/me`, { headers })).status).toBe(200);
  const id = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a18";
  const download = await fetch(`${origin}/v1/datasets/${id}/urls/download`, { headers });
  const { URL: url } = await download.json();
  expect(new URL(url).origin).toBe(origin);
  expect((await fetch(url)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("stops with its standard input if the option is set", async () => {
  const { child } = await start("--until-stdin-ends");
  child.stdin?.end();
  expect(await once(child, "exit")).toEqual([0, null]);
  const other = await start();
  other.child.stdin?.end();
  expect((await fetch(other.origin)).status).toBe(404);
});

test("checks twice a second whether npm still runs", async () => {
  const report =
    "globalThis.setInterval = (_, delay) => (console.error('every', delay), { unref() {} });";
  vi.stubEnv("npm_command", "exec");
  vi.stubEnv("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(report)}`);
  const { child } = await start();
  let stderr = "";
  child.stderr?.on("data", (part) => {
    stderr += part;
  });
  await expect.poll(() => stderr).toContain("\n");
  expect(stderr.trim().split("\n")).toEqual(["every 500"]);
});

test.each(["internal/deps/undici/undici", "worker_threads", "internal/readline/interface"])(
  "starts without loading %s",
  async (module) => {
    const report = `process.once("exit", () =>
      console.error(process.moduleLoadList.filter((name) => name === "NativeModule ${module}")));`;
    vi.stubEnv("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(report)}`);
    const { child } = await start();
    let stderr = "";
    child.stderr?.on("data", (part) => {
      stderr += part;
    });
    child.kill("SIGTERM");
    await once(child, "close");
    expect(stderr.trim()).toBe("[]");
  },
);

const TOKEN = "a-token-of-24-characters";

/** Starts the server and resolves to its complete greeting. */
async function greetingOf(env: Record<string, string>, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [cli, "--port", "0", ...args], {
    env: { ...process.env, ...env },
  });
  started = child;
  let greeting = "";
  child.stdout.on("data", (part) => {
    greeting += part;
  });
  await expect.poll(() => greeting).toContain("Press Ctrl-C to stop.");
  return greeting;
}

/** Sends the request of the printed `curl` command for the controls. */
async function controlsPrintedIn(greeting: string, env: Record<string, string>) {
  const [, url = "", header] = /curl (\S+\/_sandbox)(?: -H "(.*)")?$/m.exec(greeting) ?? [];
  const [name, value = ""] = (header ?? "X-None: 1").split(": ");
  const sent = value.replace(/\$(\w+)/, (_, variable) => env[variable] ?? "");
  return fetch(url, { headers: { [`${name}`]: sent } });
}

test.each([
  ["the default", []],
  ["127.0.0.1", ["--host", "127.0.0.1"]],
  ["every address", ["--host", "0.0.0.0"]],
])("the printed command for the controls works: %s", async (_, args) => {
  for (const env of [{}, { SINKOVE_MOCK_CONTROL_TOKEN: TOKEN }]) {
    const greeting = await greetingOf(env, ...args);
    expect((await controlsPrintedIn(greeting, env)).status).toBe(200);
    expect(greeting).not.toContain(TOKEN);
    expect(greeting.includes("other machines")).toBe(
      args.includes("0.0.0.0") || "SINKOVE_MOCK_CONTROL_TOKEN" in env,
    );
    started?.kill("SIGKILL");
  }
});

test("a control token opens the controls under any host name, which is in a world's URL", async () => {
  const { origin } = await start("--host", "0.0.0.0", "--control-token", TOKEN);
  const create = (headers: Record<string, string>) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const options = { method: "POST", headers: { Host: "mock:4010", ...headers } };
      const sent = request(`${origin}/_sandbox/worlds`, options, async (response) => {
        const parts = await response.setEncoding("utf8").toArray();
        resolve({ status: response.statusCode, body: parts.join("") });
      });
      sent.on("error", reject).end();
    });
  expect((await create({})).status).toBe(403);
  const { status, body } = await create({ "Sinkove-Control-Token": TOKEN });
  expect([status, JSON.parse(body).url]).toEqual([201, "http://mock:4010"]);
  const world = await (await connectSandbox({ baseUrl: origin, controlToken: TOKEN })).newWorld();
  expect(await world.journal.list()).toEqual([]);
  const wrong = connectSandbox({ baseUrl: origin, controlToken: `${TOKEN}0` });
  await expect(wrong).rejects.toThrow("The control token is wrong");
});

test("prints the URL of the console, and serves it", async () => {
  const greeting = await greetingOf({}, "--console");
  const [url = ""] = /http:\S+\/console\n/.exec(greeting) ?? [];
  expect(await (await fetch(url.trim())).text()).toContain("<title>Sinkove console</title>");
});

test("caches compiled code for the next start, even if it is killed", async () => {
  const directory = await mkdtemp(join(tmpdir(), "sinkove-compile-cache-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  vi.stubEnv("NODE_COMPILE_CACHE", directory);
  const { origin, child } = await start();
  await fetch(origin);
  child.kill("SIGKILL");
  await once(child, "exit");
  const [version = ""] = await readdir(directory);
  expect(await readdir(join(directory, version))).not.toEqual([]);
});

test("says in one line that a port is in use", async () => {
  const blocker = createServer().listen(0, "127.0.0.1");
  await once(blocker, "listening");
  const { port } = blocker.address() as AddressInfo;
  const { code, stderr } = await failure("--port", String(port));
  blocker.close();
  expect([code, stderr]).toEqual([
    1,
    `sinkove-mock: port ${port} is in use. Choose another with --port, or --port 0 for any free one.\n`,
  ]);
});

test.each([
  [["--contract", "/nowhere.json"], "cannot read the contract /nowhere.json (ENOENT)"],
  [["--contract", cli], "is not an OpenAPI document in JSON: Unexpected token"],
  [["--port", "http"], '--port must be a number from 0 to 65535, not "http"'],
  [["--port", "-1"], "use '--port=-XYZ'. See sinkove-mock --help."],
  [["--port=-1"], '--port must be a number from 0 to 65535, not "-1"'],
  [["--host", ""], "--host needs an address"],
  [["--control-token", "short"], "SINKOVE_MOCK_CONTROL_TOKEN) needs 16 to 256 printable ASCII"],
  [["--control-token", "a token with spaces"], "without spaces"],
  [["--stateless", "--rate-limit", "5"], "Remove --engine and --rate-limit"],
  [["--stateless", "--engine", "fast"], "Remove --engine and --rate-limit"],
  [["--stateless", "--console"], "--console cannot sign you in"],
  [["--prot", "1"], "Unknown option '--prot'. See sinkove-mock --help."],
])("says in one line what is wrong with %j", async (args, message) => {
  const { code, stdout, stderr } = await failure(...args);
  expect(stderr).toContain(message);
  expect([code, stdout, stderr.split("\n").length]).toEqual([1, "", 2]);
});

test("the help and the version are printed whatever else is set", () => {
  const environment = { SINKOVE_MOCK_CONTROL_TOKEN: "short" };
  for (const rest of [[], ["--watch"], ["--port", "none"], ["--control-token", "short"]]) {
    expect(readArguments(["--help", ...rest], environment).help).toBe(true);
    expect(readArguments(["--version", ...rest], environment).version).toBe(true);
  }
  expect(() => readArguments([], environment)).toThrow("SINKOVE_MOCK_CONTROL_TOKEN");
});

test.skipIf(process.platform === "win32").for([
  ["npm_command", "npm_execpath"],
  ["npm_execpath", "npm_command"],
] as const)("it says why it stops when the npm that set %s has ended", async ([set, unset]) => {
  vi.stubEnv(set, "run-script");
  vi.stubEnv(unset, undefined);
  const command = `"${process.execPath}" "${cli}" --json --port 0 & read line`;
  const shell = spawn("bash", ["-c", command]);
  const [line] = await once(createInterface({ input: shell.stdout }), "line");
  const said = once(createInterface({ input: shell.stderr }), "line");
  shell.stdin.end("\n");
  expect((await said)[0]).toContain("sinkove-mock: stopped, because");
  await expect.poll(() => fetch(JSON.parse(line).url).catch(() => "gone")).toBe("gone");
});
