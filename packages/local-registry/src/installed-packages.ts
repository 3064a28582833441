import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** A package.json, as far as a registry needs to know it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bundleDependencies?: readonly string[] | boolean;
}

/** A version of a package, which can be packed from its folder. */
export interface InstalledPackage {
  readonly manifest: Manifest;
  readonly folder: string;
}

interface LockedPackage {
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

/**
 * What npm has installed from a lock file: each package by its real name, also where an alias names its folder.
 *
 * @param root the folder of package-lock.json
 */
export function readInstalledPackages(root: string): readonly InstalledPackage[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const packages: Record<string, LockedPackage> = lock.packages;
  return (
    Object.entries(packages)
      .filter(
        ([place, { link, inBundle }]) => place.includes("node_modules/") && !link && !inBundle,
      )
      .map(([place]) => join(root, place))
      .filter((folder) => existsSync(join(folder, "package.json")))
      // A tarball of a link would have the link in it, and not the files.
      .map((folder) => realpathSync(folder))
      .map((folder) => ({ folder, manifest: readManifest(folder) }))
  );
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
