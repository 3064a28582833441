import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";

const cli = fileURLToPath(new URL("../bin/sinkove-mock.js", import.meta.url));
const run = promisify(execFile);

let started: ChildProcess | undefined;
afterEach(() => {
  started?.kill("SIGKILL");
  vi.unstubAllEnvs();
});

/** How a run that cannot succeed ends. */
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
  const response = await fetch(`${origin}/v1/me`, { headers: { authorization: "Bearer x" } });
  expect(response.status).toBe(200);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("prints where the console is, and serves it", async () => {
  const child = spawn(process.execPath, [cli, "--console", "--port", "0"]);
  started = child;
  let greeting = "";
  child.stdout.on("data", (part) => {
    greeting += part;
  });
  await expect
    .poll(() => greeting, { timeout: 10_000 })
    .toMatch(/signed in at once: http:\S+\/console\n/);
  const [url = ""] = /http:\S+\/console\n/.exec(greeting) ?? [];
  expect(await (await fetch(url.trim())).text()).toContain("<title>Sinkove console</title>");
});

test("keeps what was compiled for the next start, also where it is killed", async () => {
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
  [["--contract", cli], "is not an OpenAPI document in JSON"],
  [["--port", "http"], '--port takes a number from 0 to 65535, not "http"'],
  [["--port", "-1"], "Option '--port' argument is ambiguous. See sinkove-mock --help."],
  [["--host", ""], "--host takes an address"],
  [["--stateless", "--rate-limit", "5"], "Leave --engine and --rate-limit out"],
  [["--stateless", "--engine", "fast"], "Leave --engine and --rate-limit out"],
  [["--stateless", "--console"], "--console has nobody to sign in"],
  [["--prot", "1"], "Unknown option '--prot'. See sinkove-mock --help."],
])("says in one line what is wrong with %j", async (args, message) => {
  const { code, stdout, stderr } = await failure(...args);
  expect(stderr).toContain(message);
  expect([code, stdout, stderr.split("\n").length]).toEqual([1, "", 2]);
});
