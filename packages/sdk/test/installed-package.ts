import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm, packPackage, startRegistry } from "@sinkove/local-registry";

const run = promisify(execFile);
/** Of the package. It was built before: the tests take the build as it is. */
export const ROOT: string = join(import.meta.dirname, "..");
/** Known to no server. */
export const KEY = "sinkove_test_0bCnOzaBmNyZAlMxY9kLwX8jKvW7iJuV2ZV42I";

const SET_UP = `{ apiKey: "${KEY}", baseUrl: "http://127.0.0.1:9", fetch: async () => Response.json([{ id: "a" }]) }`;
/** A program that prints the id of the one dataset of its list: "a". */
export const LIST = `const sinkove = new Sinkove(${SET_UP});
(async () => { for await (const { id } of sinkove.datasets.list()) console.log(id); })();`;

/** A project of a user's, with the package in it as it would come from the registry. */
export interface Project {
  readonly folder: string;
  readonly tarball: string;
  /** Writes a program and runs it; returns what it printed. */
  run(file: string, source: string, command?: readonly [string, ...string[]]): Promise<string>;
  remove(): Promise<void>;
}

/** Installs the package into an empty folder as from the registry, with what else is named. */
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
