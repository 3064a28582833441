// Tests the package as users get it: built (by an earlier `npm run build`), packed, and installed into an empty folder.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { npm, npx } from "@sinkove/local-registry";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createUserProject, type UserProject } from "./user-project.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
const run = promisify(execFile);

let project: UserProject;
let installed: string;
beforeAll(async () => {
  project = await createUserProject();
  installed = join(project.folder, "installed");
  await mkdir(installed);
  await npm(installed, ["install", project.tarball]);
  const modules = join(installed, "node_modules");
  for (const name of ["vitest", "typescript"]) {
    await symlink(folderOf(name), join(modules, name), "junction");
  }
  await mkdir(join(modules, "@types"));
  await symlink(folderOf("@types/node"), join(modules, "@types/node"), "junction");
});
afterAll(() => project.remove());

function folderOf(name: string): string {
  return join(createRequire(import.meta.url).resolve(`${name}/package.json`), "..");
}

test.each(["SIGTERM", "SIGKILL"] as const)(
  "npx starts it in an empty folder, without a network, and it stops with npx after %s",
  async (signal) => {
    const folder = join(project.folder, signal);
    await mkdir(folder);
    const child = npx(folder, [`file:${project.tarball}`, "--port", "0", "--json"]);
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    const { url, apiKey } = JSON.parse(line);
    const send = () => fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${apiKey}` } });
    expect((await send()).status).toBe(200);
    child.kill(signal);
    await expect.poll(() => send().catch(() => "gone")).toBe("gone");
  },
);

test("it has no dependencies, no install scripts and no analytics", async () => {
  const lock = JSON.parse(await readFile(join(installed, "package-lock.json"), "utf8"));
  const { "": _, ...packages } = lock.packages;
  expect(Object.keys(packages)).toEqual(["node_modules/@sinkove/mock-server"]);
  const folder = join(installed, "node_modules/@sinkove/mock-server");
  const { scripts, dependencies, size } = await manifestOf(folder, project.tarball);
  expect(Object.keys(scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  expect(dependencies).toBeUndefined();
  const files = await readdir(join(folder, "dist"));
  const code = await Promise.all(
    files
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFile(join(folder, "dist", name), "utf8")),
  );
  expect(code.join("")).not.toMatch(/@scarf|scarf\.sh/);
  console.log(`1 package, ${(size / 1e6).toFixed(2)} MB packed`);
  expect(size).toBeLessThan(2_500_000);
});

async function manifestOf(folder: string, tarball: string) {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return { ...manifest, size: (await stat(tarball)).size };
}

test("it contains the licences of its bundled packages", async () => {
  const folder = join(installed, "node_modules/@sinkove/mock-server");
  const text = await readFile(join(folder, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
  for (const name of ["@stoplight/prism-http 5.12.0", "ajv 8."]) {
    expect(text).toContain(`\n${name}`);
  }
  const web = await readFile(join(folder, "dist/console/web/third-party-licenses.md"), "utf8");
  for (const name of ["react-dom", "@mantine/core"]) expect(web).toContain(`## ${name} - `);
  // Each package has the text of its licence, or at least the licence's name.
  const [, ...notices] = text.split(`\n${"-".repeat(80)}\n\n`);
  const isUnknown = (notice: string) =>
    notice.includes("(see below)") && !/permission/i.test(notice);
  expect(notices.filter(isUnknown)).toEqual([]);
});

test("a program loads it without loading Prism", async () => {
  const program = `
    import { createSandbox } from "@sinkove/mock-server";
    await using sandbox = await createSandbox();
    const headers = { authorization: "Bearer " + sandbox.apiKey };
    const response = await sandbox.fetch("/v1/me", { headers });
    console.log(response.status, Math.round(process.memoryUsage().rss / 1e6) < 120);`;
  await writeFile(join(installed, "program.mjs"), program);
  const { stdout } = await run(process.execPath, ["program.mjs"], { cwd: installed });
  expect(stdout).toBe("200 true\n");
});

test("errors are printed with their names", async () => {
  const program = `
    import { ContractBrokenError, createSandbox } from "@sinkove/mock-server";
    console.log(await createSandbox({ seedFile: "none" }).catch((error) => error));
    console.log(new ContractBrokenError([]));`;
  await writeFile(join(installed, "errors.mjs"), program);
  const { stdout } = await run(process.execPath, ["errors.mjs"], { cwd: installed });
  expect(stdout).toMatch(/^MockError: cannot read the seed file none/);
  expect(stdout).toMatch(/^ContractBrokenError: /m);
});

test("its types are self-contained", async () => {
  const program = `
    import { connectSandbox, createSandbox, type FaultRule, type JournalEntry } from "@sinkove/mock-server";
    import { createSetup } from "@sinkove/mock-server/vitest";
    import { inject } from "vitest";
    export const rule: FaultRule = { action: "status", status: 503, operationId: "createDataset" };
    // @ts-expect-error: there is no such operation
    export const wrong: FaultRule = { action: "reset", operationId: "createNothing" };
    export async function first(): Promise<JournalEntry | undefined> {
      await using sandbox = await createSandbox({ port: 0, engine: "prism" });
      const world = await connectSandbox({ apiKey: inject("sinkove").apiKey });
      await world.clock.advance("PT1H");
      return sandbox.journal.list({ status: "5xx" })[0];
    }
    export default createSetup({ credits: 5 });`;
  await writeFile(join(installed, "types.mts"), program);
  const compilerOptions = {
    ...{ noEmit: true, strict: true, target: "es2022", module: "nodenext", types: ["node"] },
    lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
    skipLibCheck: false,
  };
  const config = { compilerOptions, files: ["types.mts"] };
  await writeFile(join(installed, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(installed, "node_modules/typescript/bin/tsc");
  const { stdout } = await run(process.execPath, [compiler, "-p", "."], { cwd: installed }).catch(
    (error) => error,
  );
  const own = stdout
    .split("\n")
    .filter((line: string) => /^(types|node_modules\/@sinkove)/.test(line));
  expect(own).toEqual([]);
});

const VITEST_TEST = `
  import { connectSandbox } from "@sinkove/mock-server";
  import { expect, inject, test } from "vitest";
  test("a key expires", async () => {
    const world = await (await connectSandbox()).newWorld();
    const headers = { authorization: "Bearer " + world.apiKey };
    expect((await fetch(world.baseUrl + "/v1/me", { headers })).status).toBe(process.env.EXPECTED ? 500 : 200);
    expect(inject("sinkove").baseUrl).toBe(process.env.SINKOVE_API_URL);
    await world.clock.advance("PT1H");
    expect(await world.journal.list({ operationId: "getMe" })).toHaveLength(1);
  });`;

async function runVitest(folder: string, env: NodeJS.ProcessEnv = {}) {
  const vitest = join(installed, "node_modules/vitest/vitest.mjs");
  const { CI, ...inherited } = process.env;
  return run(process.execPath, [vitest, "run", "--root", folder], {
    cwd: folder,
    env: { ...inherited, ...env, NO_COLOR: "1" },
  }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error) => ({ code: error.code, text: `${error.stdout}${error.stderr}` }),
  );
}

async function vitestProject(name: string, globalSetup: string): Promise<string> {
  const folder = join(installed, name);
  await mkdir(folder);
  await writeFile(join(folder, "a.test.mjs"), VITEST_TEST);
  await writeFile(
    join(folder, "vitest.config.mjs"),
    `export default { test: { globalSetup: "${globalSetup}" } };`,
  );
  return folder;
}

test("the global setup of Vitest gives every test a URL and a key", async () => {
  const folder = await vitestProject("passing", "@sinkove/mock-server/vitest");
  const { code, text } = await runVitest(folder);
  expect([code, text]).toEqual([0, expect.stringContaining("1 passed")]);
});

test("a run of Vitest fails if a response broke the contract, even if all tests pass", async () => {
  const folder = await vitestProject("failing", "./set-up.mjs");
  await writeFile(
    join(folder, "set-up.mjs"),
    `import { createSetup } from "@sinkove/mock-server/vitest";
     export default createSetup({ override: async () => Response.json({}) });`,
  );
  const { code, text } = await runVitest(folder, { EXPECTED: "500" });
  expect(code).toBe(1);
  expect(text).toContain("1 passed");
  expect(text).toContain("1 response broke the contract");
});

const PROJECT_TEST = `
  import { expect, inject, test } from "vitest";
  test("each project has its own server", async () => {
    const { baseUrl, apiKey } = inject("sinkove");
    expect([process.env.SINKOVE_API_URL, process.env.SINKOVE_API_KEY]).toEqual([baseUrl, apiKey]);
    const headers = { authorization: "Bearer " + apiKey };
    const status = (await fetch(baseUrl + "/v1/me", { headers })).status;
    expect(status).toBe(EXPECTED);
    const entries = await (await fetch(baseUrl + "/_sandbox/journal")).json();
    expect(entries).toHaveLength(1);
  });`;

test("each project of Vitest has its own server and variables, is checked, and stops with the run", async () => {
  const folder = join(installed, "projects");
  const names = ["broken", "one", "two"];
  for (const name of names) {
    await mkdir(join(folder, name), { recursive: true });
    const text = PROJECT_TEST.replace("EXPECTED", name === "broken" ? "500" : "200");
    await writeFile(join(folder, name, "a.test.mjs"), text);
  }
  await writeFile(
    join(folder, "set-up.mjs"),
    `import { createSetup } from "@sinkove/mock-server/vitest";
     export default createSetup({ override: async () => Response.json({}) });`,
  );
  const projects = names.map((name) => {
    const globalSetup = name === "broken" ? "./set-up.mjs" : "@sinkove/mock-server/vitest";
    return { test: { name, globalSetup, include: [`${name}/*.test.mjs`] } };
  });
  const config = `export default { test: { projects: ${JSON.stringify(projects)} } };`;
  await writeFile(join(folder, "vitest.config.mjs"), config);
  const { code, text } = await runVitest(folder);
  expect([code, text]).toEqual([1, expect.stringContaining("3 passed")]);
  // The broken project is the first one. This shows that the last project's result does not hide it.
  expect(text).toContain("1 response broke the contract");
  expect(text).not.toContain("close timed out");
});
