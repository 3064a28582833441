import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A package that users install from a registry. */
export interface PublishedPackage {
  /** The name in the registry. */
  readonly name: string;
  readonly version: string;
  /** The folder, relative to the repository, with slashes. */
  readonly folder: string;
  readonly registry: "npm" | "PyPI";
}

/**
 * Lists every package that a release publishes: the workspaces that are not private, and the Python SDK, which is private
 * for npm. `decisions/0032` gives the reason for each of them.
 *
 * @param root the folder of the repository
 */
export function publishedPackages(root: string): readonly PublishedPackage[] {
  const { workspaces } = readManifest(root, ".");
  const folders = globSync(
    workspaces.map((each: string) => `${each}/package.json`),
    { cwd: root },
  ).map((file) => dirname(file).replaceAll("\\", "/"));
  return folders.sort().flatMap((folder): PublishedPackage[] => {
    const { name, version, private: isPrivate } = readManifest(root, folder);
    const python = join(root, folder, "pyproject.toml");
    if (existsSync(python))
      return [{ name: pythonName(python), version, folder, registry: "PyPI" }];
    return isPrivate ? [] : [{ name, version, folder, registry: "npm" }];
  });
}

function readManifest(root: string, folder: string) {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}

function pythonName(file: string): string {
  const [, name] = /^\[project\]\nname = "([^"]+)"/m.exec(readFileSync(file, "utf8")) ?? [];
  if (name === undefined)
    throw new Error(`The section [project] in ${file} must begin with the name.`);
  return name;
}
