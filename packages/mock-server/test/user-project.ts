import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "..");
const run = promisify(execFile);

/** A folder of a user, with nothing in it but what they have installed. */
export interface UserProject {
  readonly folder: string;
  readonly tarball: string;
  readonly remove: () => Promise<void>;
}

/** Packs the package as it is built, into an empty folder. */
export async function createUserProject(): Promise<UserProject> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-mock-user-"));
  await npm(ROOT, ["pack", "--ignore-scripts", "--pack-destination", folder]);
  const [file = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, tarball: join(folder, file), remove };
}

/** Runs npm in a folder, without the settings and the network of this repository. */
export function npm(folder: string, args: readonly string[]) {
  return run("npm", [...args, "--offline", "--no-audit", "--no-fund"], {
    cwd: folder,
    env: cleanEnvironment(folder),
  });
}

/** Starts something by npx in a folder. */
export function npx(folder: string, args: readonly string[]) {
  const env = cleanEnvironment(folder);
  return spawn("npx", ["--yes", "--offline", ...args], { cwd: folder, env });
}

function cleanEnvironment(folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|sinkove_)/i.test(name));
  return { ...Object.fromEntries(own), npm_config_cache: join(folder, ".npm-cache") };
}
