import { buffer } from "node:stream/consumers";
import { create } from "tar";
import type { InstalledPackage } from "./installed-packages.ts";

/** Creates the tarball of an installed package, without the packages that npm has installed in its folder. */
export function packFolder({ folder, manifest }: InstalledPackage): Promise<Buffer> {
  const { bundleDependencies: bundled = [] } = manifest;
  const isPacked = (path: string): boolean => {
    const [, name] = /^\.\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    if (name === undefined) return true;
    return Array.isArray(bundled) ? bundled.includes(name) : bundled === true;
  };
  // The fastest level, because the tarball is only used on this machine.
  const gzip = { level: 1 };
  const options = { cwd: folder, gzip, portable: true, prefix: "package", filter: isPacked };
  return buffer(create(options, ["."]));
}
