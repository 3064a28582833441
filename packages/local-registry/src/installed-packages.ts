import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** The fields of a package.json that the registry needs. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bundleDependencies?: readonly string[] | boolean;
}

/** An installed version of a package. */
export interface InstalledPackage {
  readonly manifest: Manifest;
  readonly folder: string;
}

interface LockedPackage {
  readonly link?: boolean;
  readonly inBundle?: boolean;
}

/**
 * Reads the packages that npm has installed from a lock file, with their real names, even if an alias names the folder.
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
      // A tarball of a link would contain the link instead of the files.
      .map((folder) => realpathSync(folder))
      .map((folder) => ({ folder, manifest: readManifest(folder) }))
  );
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
