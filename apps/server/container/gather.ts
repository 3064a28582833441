// Gathers what sinkove-server needs to run into a folder, for an image: the packages of this repository as they are
// built, and what npm needs to install the packages of others as they are locked.
//
//   node apps/server/container/gather.ts FOLDER
//   cd FOLDER && npm install --omit=dev --omit=optional --ignore-scripts
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Manifest {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: unknown;
}

const ROOT = join(import.meta.dirname, "../../..");
const SERVER = "@sinkove/server";
/** What they depend on is in their files already. */
const BUNDLED = ["@sinkove/console"];
/** What runs, of each package. */
const RUNNING = ["bin", "dist"];

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));

/** The folders of the repository's packages by their names. */
function foldersByName(): ReadonlyMap<string, string> {
  const { workspaces = [] } = readManifest(".");
  const folders = globSync([...workspaces], { cwd: ROOT });
  const packages = folders.filter((folder) => existsSync(join(ROOT, folder, "package.json")));
  return new Map(packages.map((folder) => [readManifest(folder).name, folder]));
}

/** Copies a package, without what only builds or tests it. */
function copy(folder: string, out: string): Manifest {
  const { devDependencies: _, ...manifest } = readManifest(folder);
  const dependencies = BUNDLED.includes(manifest.name) ? {} : manifest.dependencies;
  const running = RUNNING.filter((part) => existsSync(join(ROOT, folder, part)));
  if (!running.includes("dist")) throw new Error(`${folder} is not built: run turbo run build.`);
  mkdirSync(join(out, folder), { recursive: true });
  for (const part of running) {
    cpSync(join(ROOT, folder, part), join(out, folder, part), { recursive: true });
  }
  const text = JSON.stringify({ ...manifest, dependencies }, null, 2);
  writeFileSync(join(out, folder, "package.json"), `${text}\n`);
  return { ...manifest, dependencies: dependencies ?? {} };
}

function gather(out: string): void {
  const folders = foldersByName();
  const wanted = new Set([SERVER]);
  const workspaces: string[] = [];
  // A set also visits what is added to it meanwhile.
  for (const name of wanted) {
    const folder = folders.get(name);
    if (folder === undefined) continue;
    workspaces.push(folder);
    for (const each of Object.keys(copy(folder, out).dependencies ?? {})) wanted.add(each);
  }
  const root = { name: "sinkove-service", private: true, workspaces: workspaces.sort() };
  writeFileSync(join(out, "package.json"), `${JSON.stringify(root, null, 2)}\n`);
  cpSync(join(ROOT, "package-lock.json"), join(out, "package-lock.json"));
}

const [out] = process.argv.slice(2);
if (out === undefined) throw new Error("Say where to: node apps/server/container/gather.ts FOLDER");
gather(out);
