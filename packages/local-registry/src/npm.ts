import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const NPM = dirname(createRequire(import.meta.url).resolve("npm/package.json"));
/** A URL where nothing listens, so network requests fail at once. */
const NOWHERE = "http://127.0.0.1:9";
/** The environment variables to pass on. Settings of the npm that runs the tests are not included. */
const MACHINE = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "ComSpec", "PATHEXT"];

export interface NpmOptions {
  /** The URL of a registry. Default: no registry, so npm can only install files. */
  readonly registry?: string;
}

/** The output of npm. */
export interface NpmOutput {
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the locked npm in a folder like a fresh installation: without settings, with an empty cache, and without network
 * access except to the given registry.
 *
 * @throws npm's error, with its output in the message
 */
export function npm(
  folder: string,
  args: readonly string[],
  options: NpmOptions = {},
): Promise<NpmOutput> {
  const program = join(NPM, "bin/npm-cli.js");
  return promisify(execFile)(process.execPath, [program, ...args], {
    cwd: folder,
    env: environment(folder, options),
  });
}

/** Starts a command of a package with npx, under the same conditions as {@link npm}. */
export function npx(
  folder: string,
  args: readonly string[],
  options: NpmOptions = {},
): ChildProcessWithoutNullStreams {
  const program = join(NPM, "bin/npx-cli.js");
  return spawn(process.execPath, [program, "--yes", ...args], {
    cwd: folder,
    env: environment(folder, options),
  });
}

/**
 * Packs a built package.
 *
 * @param folder the folder of the package
 * @param destination the folder for the tarball
 * @returns the path of the tarball
 */
export async function packPackage(folder: string, destination: string): Promise<string> {
  const flags = ["--json", "--ignore-scripts", "--pack-destination", destination];
  const { stdout } = await npm(folder, ["pack", ...flags, "--cache", join(destination, ".npm")]);
  const [{ filename }] = JSON.parse(stdout);
  return join(destination, filename);
}

function environment(folder: string, { registry = NOWHERE }: NpmOptions): NodeJS.ProcessEnv {
  const home = join(folder, ".home");
  const machine = MACHINE.map((name) => [name, process.env[name]] as const);
  return {
    ...Object.fromEntries(machine.filter(([, value]) => value !== undefined)),
    HOME: home,
    USERPROFILE: home,
    NO_COLOR: "1",
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
    NO_PROXY: "127.0.0.1",
    npm_config_registry: registry,
    npm_config_cache: join(home, "cache"),
    npm_config_userconfig: join(home, "npmrc"),
    npm_config_globalconfig: join(home, "global-npmrc"),
    npm_config_fetch_retries: "0",
    npm_config_update_notifier: "false",
    npm_config_audit: "false",
    npm_config_fund: "false",
  };
}
