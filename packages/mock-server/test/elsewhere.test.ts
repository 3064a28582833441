// Runs the README's recipes for other machines on this machine: the commands of the Dockerfile and of the workflow, and
// the Testcontainers recipe with a process instead of a container.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { npm } from "@sinkove/local-registry";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { createUserProject, type UserProject } from "./user-project.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const run = promisify(execFile);
const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
const dockerfile = await readFile(join(import.meta.dirname, "../Dockerfile"), "utf8");
const TOKEN = "a-token-of-24-characters";

let project: UserProject;
let folder: string;
beforeAll(async () => {
  project = await createUserProject();
  folder = join(project.folder, "installed");
  await mkdir(folder);
  await npm(folder, ["install", project.tarball]);
});
afterAll(() => project.remove());

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "0.0.0.0");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `${port}`;
}

/** Polls a URL until its response is successful. */
async function answering(url: string): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(url).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
}

describe.skipIf(process.platform === "win32")("the Dockerfile", () => {
  const instruction = (name: string): string =>
    new RegExp(`^${name} (.*)$`, "m").exec(dockerfile)?.[1] ?? "";

  test("is the one in the README", () => {
    const [, shown = ""] = /```dockerfile\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(dockerfile.endsWith(shown)).toBe(true);
    expect(shown).toContain("ENTRYPOINT");
  });

  test("installs, starts, is healthy, opens the controls to the token, and stops", async () => {
    const prefix = join(project.folder, "global");
    const [, args = ""] =
      /^npm (install .*) @sinkove\/mock-server@\$VERSION/.exec(instruction("RUN")) ?? [];
    await npm(project.folder, [...args.split(" "), project.tarball, "--prefix", prefix]);
    const port = await freePort();
    const [program = "", ...options] = JSON.parse(instruction("ENTRYPOINT"));
    const env = {
      PATH: `${join(prefix, "bin")}:${process.env.PATH}`,
      SINKOVE_MOCK_CONTROL_TOKEN: TOKEN,
    };
    const child = spawn(program, [...options, "--port", port], { env });
    onTestFinished(() => void child.kill("SIGKILL"));
    await answering(`http://127.0.0.1:${port}/healthz`);
    const [, health = ""] = /CMD (.*)$/.exec(instruction("HEALTHCHECK")) ?? [];
    await run("sh", ["-c", health.replace("4010", port)]);
    await expect(run("sh", ["-c", health.replace("4010", await freePort())])).rejects.toThrow();
    const headers = { "Sinkove-Control-Token": TOKEN };
    expect((await fetch(`http://127.0.0.1:${port}/_sandbox/worlds`, { headers })).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});

describe.skipIf(process.platform === "win32")("the workflow", () => {
  const steps = [...readme.matchAll(/^ {8}run: \|\n((?: {10}.*\n)+)/gm)].map(([, text = ""]) =>
    text.replace(/^ {10}/gm, ""),
  );

  test("starts the mock server for the steps that follow, and judges it at the end", async () => {
    const [start = "", check = ""] = steps;
    const port = await freePort();
    const variables = join(folder, "github-env");
    const env = { ...process.env, GITHUB_ENV: variables };
    const shell = (text: string) =>
      run(
        "bash",
        ["--noprofile", "--norc", "-eo", "pipefail", "-c", text.replaceAll("4010", port)],
        { cwd: folder, env },
      );
    // As in a step of a workflow, `bash` exits while the mock server still runs.
    await shell(`${start}\necho $! > mock.pid`);
    onTestFinished(
      async () => void process.kill(Number(await readFile(join(folder, "mock.pid"), "utf8"))),
    );
    const set = Object.fromEntries(
      (await readFile(variables, "utf8"))
        .trim()
        .split("\n")
        .map((line) => line.split("=")),
    );
    const headers = { authorization: `Bearer ${set.SINKOVE_API_KEY}` };
    expect((await fetch(`${set.SINKOVE_API_URL}/v1/me`, { headers })).status).toBe(200);
    await shell(check);
    const broken = createServer((_, response) => response.end('[{"sequence":1}]')).listen(
      0,
      "127.0.0.1",
    );
    await once(broken, "listening");
    onTestFinished(() => void broken.close());
    const other = `${(broken.address() as AddressInfo).port}`;
    await expect(shell(check.replaceAll("4010", other))).rejects.toThrow();
  });
});

/** A replacement for the part of Testcontainers that the recipe uses. Starts a process instead of a container. */
const STAND_IN = `
  import { spawn } from "node:child_process";
  export const Wait = { forHttp: (path, port) => ({ path, port }) };
  export class GenericContainer {
    withCommand([, , , ...args]) { this.args = args; return this; }
    withEnvironment(variables) { this.variables = variables; return this; }
    withExposedPorts(port) { return this; }
    withWaitStrategy({ path }) { this.path = path; return this; }
    async start() {
      const cli = process.env.MOCK_CLI;
      const child = spawn(process.execPath, [cli, ...this.args, "--port", "0", "--json"], { env: { ...process.env, ...this.variables } });
      const line = await new Promise((resolve) => child.stdout.once("data", resolve));
      const { hostname, port } = new URL(JSON.parse(line).url);
      const response = await fetch("http://" + hostname + ":" + port + this.path);
      if (!response.ok) throw new Error("not healthy");
      return { getHost: () => process.env.MOCK_HOST, getMappedPort: () => port, stop: () => void child.kill() };
    }
  }`;

test("the recipe for Testcontainers reaches the mock server from another machine's address", async () => {
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === "IPv4" && !each.internal);
  const modules = join(folder, "node_modules/testcontainers");
  await mkdir(modules, { recursive: true });
  await writeFile(join(modules, "package.json"), '{"type":"module","exports":"./index.js"}');
  await writeFile(join(modules, "index.js"), STAND_IN);
  const [, recipe = ""] = /```js\n\/\/ mock-container\.js\n([\s\S]*?)```/.exec(readme) ?? [];
  await writeFile(join(folder, "mock-container.mjs"), recipe);
  vi.stubEnv("MOCK_CLI", join(folder, "node_modules/@sinkove/mock-server/bin/sinkove-mock.js"));
  vi.stubEnv("MOCK_HOST", outer?.address ?? "127.0.0.1");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { startMock } = await import(
    /* @vite-ignore */ pathToFileURL(join(folder, "mock-container.mjs")).href
  );
  const { sandbox, stop } = await startMock();
  const world = await sandbox.newWorld();
  await world.clock.advance("PT1H");
  expect(await world.journal.list()).toEqual([]);
  stop();
});
