import { globSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isPublished } from "../../publication.ts";

/**
 * The files of the npm packages under `/packages`. Their names have no version, so that their addresses do not change.
 */
export const tarballNames: Readonly<Record<string, string>> = {
  "@sinkove/sdk": "sinkove-sdk.tgz",
  "@sinkove/mock-server": "sinkove-mock-server.tgz",
};

const dist = fileURLToPath(new URL("../../../../packages/sdk-python/dist", import.meta.url));

/** The built wheel of the Python SDK. The name of a wheel must contain the version. */
export const [wheel = "no-wheel"] = globSync("*.whl", { cwd: dist }).map((file) =>
  path.join(dist, file),
);

/**
 * Makes commands install packages from the site at `url` until the registries have them. npm, npx and pip accept a URL
 * instead of a package name.
 */
export function installable(commands: string, url: string): string {
  if (isPublished) return commands;
  return commands
    .replaceAll(/@sinkove\/[a-z-]+/g, (name) => address(tarballNames[name] ?? name, url))
    .replaceAll(/\bsinkove-sdk\b(?!\.tgz)/g, address(path.basename(wheel), url));
}

function address(file: string, url: string): string {
  return `${url}/packages/${file}`;
}
