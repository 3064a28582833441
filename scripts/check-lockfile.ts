/**
 * Fails if `npm ci` would fail with one of the npm versions in use: package-lock.json does not match the package.json
 * files, lacks an optional dependency that it names, or names a registry.
 */
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Node 20 and 22 have npm 10, Node 24 has npm 11: both are locked here. CI also tries npm 12, of Node 26. */
const NPM_VERSIONS = ["npm-10", "npm"];

const root = fileURLToPath(new URL("..", import.meta.url));
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const packages: Record<string, Locked> = lock.packages;

const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(place, name))
    .map((name) => `${name}, which ${place || "the root"} names as optional`),
);
const hosts = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);
const refusals = refusalsOf(NPM_VERSIONS);

if (missing.length > 0) {
  console.error(
    `package-lock.json lacks:\n  ${missing.join("\n  ")}\nChoose versions whose every platform package exists.`,
  );
}
if (hosts.length > 0) {
  console.error(
    `package-lock.json has registry URLs for ${hosts.length} packages, such as ${hosts[0]?.[1].resolved}. Run npm install with omit-lockfile-registry-resolved=true.`,
  );
}
for (const refusal of refusals) console.error(refusal);
process.exitCode = missing.length + hosts.length + refusals.length > 0 ? 1 : 0;

/** Whether the lock file has a package where Node looks for it: beside the dependent package, then in each parent folder. */
function isLocked(place: string, name: string): boolean {
  const parts = place === "" ? [] : place.split("/node_modules/");
  const above = parts.map((_, depth) => parts.slice(0, depth + 1).join("/node_modules/"));
  return ["", ...above].some(
    (folder) => `${folder && `${folder}/`}node_modules/${name}` in packages,
  );
}

/** The errors of each npm version when it installs from the lock file, in a copy of the manifests, without a network. */
function refusalsOf(versions: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-lockfile-"));
  try {
    const workspaces: string[] = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    ).workspaces;
    const manifests = globSync(
      workspaces.map((each) => `${each}/package.json`),
      { cwd: root },
    );
    for (const file of [...manifests, "package.json", "package-lock.json", ".npmrc"]) {
      cpSync(join(root, file), join(folder, file));
    }
    return versions.flatMap((name) => refusalOf(name, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refusalOf(name: string, folder: string): string[] {
  const npm = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const { version } = JSON.parse(readFileSync(join(npm, "package.json"), "utf8"));
  const args = [
    "ci",
    "--dry-run",
    "--offline",
    "--ignore-scripts",
    `--cache=${join(folder, "cache")}`,
  ];
  const { status, stderr } = spawnSync(process.execPath, [join(npm, "bin/npm-cli.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    // Without the settings of the npm that runs this.
    env: { HOME: folder, USERPROFILE: folder, PATH: process.env.PATH },
  });
  if (status === 0) return [];
  return [
    `npm ${version} ci refuses package-lock.json. Run npm install and commit the result.\n${stderr}`,
  ];
}
