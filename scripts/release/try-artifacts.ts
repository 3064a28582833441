import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { npm, startRegistry } from "../../packages/local-registry/src/index.ts";
import { findPython } from "../../packages/python/src/index.ts";
import type { Artifact } from "./make-artifacts.ts";
import { run } from "./run.ts";

/** The first example in the documentation. */
const EXAMPLE = "first-dataset";

/**
 * Installs the packages into empty folders, as users do, and runs the first example of the documentation against the
 * installed mock server. Other npm packages come from the local registry, Python packages from PyPI.
 *
 * @param root the repository that has the example
 * @throws Error if installing, importing or running fails, or the output differs from `examples/expected`
 */
export async function tryArtifacts(artifacts: readonly Artifact[], root: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), "sinkove-release-"));
  try {
    const project = await installFromNpm(artifacts, join(work, "npm"));
    const python = await installFromPypi(artifacts, join(work, "pypi"));
    const server = await startMockServer(project);
    try {
      await runExample([process.execPath, "ts"], { root, folder: project, env: server.env });
      await runExample([python, "py"], { root, folder: join(work, "pypi"), env: server.env });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function installFromNpm(artifacts: readonly Artifact[], folder: string): Promise<string> {
  const published = artifacts.filter(({ registry }) => registry === "npm");
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const registry = await startRegistry(published.flatMap(({ files }) => files));
  const names = published.map(({ name, version }) => `${name}@${version}`);
  await npm(folder, ["install", ...names], { registry: registry.url }).finally(registry.close);
  const imports = published.map(({ name }) => `await import(${JSON.stringify(name)});`);
  await writeFile(join(folder, "import.mjs"), imports.join("\n"));
  await run(process.execPath, ["import.mjs"], { cwd: folder });
  return folder;
}

/** Creates an environment with the wheel and its dependencies. Returns its interpreter. */
async function installFromPypi(artifacts: readonly Artifact[], folder: string): Promise<string> {
  const found = await findPython(10);
  if ("missing" in found) throw new Error(found.missing);
  await run(found.path, ["-m", "venv", folder]);
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const wheels = artifacts.flatMap(({ files }) => files.filter((file) => file.endsWith(".whl")));
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wheels]);
  return python;
}

interface MockServer {
  /** The environment variables that clients use to reach the server. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

async function startMockServer(project: string): Promise<MockServer> {
  const program = join(project, "node_modules/@sinkove/mock-server/bin/sinkove-mock.js");
  const child = spawn(process.execPath, [program, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    exited.then(([code]) => {
      throw new Error(`The installed mock server ended with the code ${code}.`);
    }),
  ]);
  const { url, apiKey } = JSON.parse(line);
  return {
    env: { ...process.env, SINKOVE_API_URL: url, SINKOVE_API_KEY: apiKey },
    async stop() {
      child.kill();
      await exited;
    },
  };
}

interface Place {
  readonly root: string;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

async function runExample(
  [program, language]: readonly [program: string, language: string],
  { root, folder, env }: Place,
): Promise<void> {
  const file = `${EXAMPLE}.${language}`;
  await copyFile(join(root, "examples", file), join(folder, file));
  const printed = await run(program, [file], { cwd: folder, env });
  const expected = await readFile(join(root, "examples/expected", `${file}.txt`), "utf8");
  if (printed.trim() === expected.trim()) return;
  throw new Error(
    `${file} printed ${JSON.stringify(printed)} instead of ${JSON.stringify(expected)}.`,
  );
}
