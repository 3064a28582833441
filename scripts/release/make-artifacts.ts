import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { packPackage } from "../../packages/local-registry/src/index.ts";
import { pythonWith } from "../../packages/python/src/index.ts";
import type { PublishedPackage } from "./published-packages.ts";
import { run } from "./run.ts";

/** A package with its files for the registry. */
export interface Artifact extends PublishedPackage {
  /** Absolute paths: a tarball for npm, a wheel and an sdist for PyPI. */
  readonly files: readonly string[];
}

export interface ArtifactOptions {
  /** The folder of the repository, in which everything is built. */
  readonly root: string;
  /** The target folder. */
  readonly out: string;
}

/**
 * Packs the built packages. `out` gets the folders `npm` and `pypi`, and a file for each package in `notes` with the
 * section of its version in the changelog.
 */
export async function makeArtifacts(
  packages: readonly PublishedPackage[],
  { root, out }: ArtifactOptions,
): Promise<readonly Artifact[]> {
  for (const folder of ["npm", "pypi", "notes"]) {
    await mkdir(join(out, folder), { recursive: true });
  }
  const artifacts: Artifact[] = [];
  for (const each of packages) {
    const folder = join(root, each.folder);
    const files =
      each.registry === "npm"
        ? [await packPackage(folder, join(out, "npm"))]
        : await packPython(folder, join(out, "pypi"), each);
    artifacts.push({ ...each, files });
    const notes = notesOf(await readFile(join(folder, "CHANGELOG.md"), "utf8"), each.version);
    await writeFile(join(out, "notes", `${basename(each.folder)}.md`), notes);
  }
  // npm's cache, created by packing.
  await rm(join(out, "npm/.npm"), { recursive: true, force: true });
  const list = artifacts.map(({ name, version, registry, folder, files }) => {
    const notes = `notes/${basename(folder)}.md`;
    return { name, version, registry, notes, files: files.map((file) => basename(file)) };
  });
  await writeFile(join(out, "packages.json"), `${JSON.stringify(list, null, 2)}\n`);
  return artifacts;
}

/** The section of a version in a changelog, without its heading. */
export function notesOf(changelog: string, version: string): string {
  const [, section] = changelog.split(`## ${version}\n`);
  if (section === undefined) throw new Error(`The changelog has no section ${version}.`);
  return `${(section.split(/^## /m)[0] ?? "").trim()}\n`;
}

/** Returns the wheel of the build, which is also on the site, and an sdist made by hatchling. */
async function packPython(
  folder: string,
  out: string,
  { name, version }: PublishedPackage,
): Promise<readonly string[]> {
  const id = `${name.replaceAll("-", "_")}-${version}`;
  const wheel = join(out, `${id}-py3-none-any.whl`);
  await copyFile(join(folder, "dist", basename(wheel)), wheel);
  const python = await pythonWith("release");
  await run(python, ["-m", "build", "--sdist", "--no-isolation", "--outdir", out, folder]);
  return [wheel, join(out, `${id}.tar.gz`)];
}
