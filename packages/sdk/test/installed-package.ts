import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { VERSION } from "../src/version.ts";

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

/** Packs the package and installs it into an empty folder, with what else is named. */
export async function installPackage(...others: string[]): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-sdk-user-"));
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  await run("npm", pack, { cwd: ROOT });
  const tarball = join(folder, `sinkove-sdk-${VERSION}.tgz`);
  await writeFile(join(folder, "package.json"), '{ "private": true }');
  const flags = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...flags, tarball, ...others], { cwd: folder });
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
