import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm, packPackage, startRegistry } from "@sinkove/local-registry";

const run = promisify(execFile);
/** The folder of the package. Tests use the existing build. */
export const ROOT: string = join(import.meta.dirname, "..");
/** A key that no server knows. */
export const KEY = "sinkove_test_0bCnOzaBmNyZAlMxY9kLwX8jKvW7iJuV2ZV42I";

const SET_UP = `{ apiKey: "${KEY}", baseUrl: "http://127.0.0.1:9", fetch: async () => Response.json([{ id: "a" }]) }`;
/** A program that prints the ID of the only dataset of its list: "a". */
export const LIST = `const sinkove = new Sinkove(${SET_UP});
(async () => { for await (const { id } of sinkove.datasets.list()) console.log(id); })();`;

/** A user's project, with the package installed as it is published. */
export interface Project {
  readonly folder: string;
  readonly tarball: string;
  /** Writes a program and runs it. Returns its output. */
  run(file: string, source: string, command?: readonly [string, ...string[]]): Promise<string>;
  remove(): Promise<void>;
}

/** Installs the packed package and the given other packages into an empty folder. */
export async function installPackage(...others: string[]): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-sdk-user-"));
  const tarball = await packPackage(ROOT, folder);
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  const registry = await startRegistry([tarball]);
  await npm(folder, ["install", "--ignore-scripts", "@sinkove/sdk", ...others], {
    registry: registry.url,
  }).finally(registry.close);
  return {
    folder,
    tarball,
    async run(file, source, [command, ...args] = [process.execPath]) {
      await writeFile(join(folder, file), source);
      return (await run(command, [...args, file], { cwd: folder })).stdout;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
