/**
 * Fails if package-lock.json names an optional dependency that it does not hold. npm leaves such packages out
 * when its registry lags or its Node is too old for them, and then `npm ci` fails on other people's machines.
 */
import { readFileSync } from "node:fs";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const packages: Record<string, Locked> = lock.packages;

const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(place, name))
    .map((name) => `${name}, which ${place || "the root"} names as optional`),
);
const hosts = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);

if (missing.length > 0) {
  console.error(
    `package-lock.json lacks:\n  ${missing.join("\n  ")}\nChoose versions whose every platform package exists.`,
  );
}
if (hosts.length > 0) {
  console.error(
    `package-lock.json names where ${hosts.length} packages came from, such as ${hosts[0]?.[1].resolved}. Run npm install with omit-lockfile-registry-resolved=true.`,
  );
}
process.exitCode = missing.length + hosts.length > 0 ? 1 : 0;

/** Node looks for a package beside the one that asks, then in each folder above it. */
function isLocked(place: string, name: string): boolean {
  const parts = place === "" ? [] : place.split("/node_modules/");
  const above = parts.map((_, depth) => parts.slice(0, depth + 1).join("/node_modules/"));
  return ["", ...above].some(
    (folder) => `${folder && `${folder}/`}node_modules/${name}` in packages,
  );
}
