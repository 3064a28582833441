/**
 * Raises the versions of the packages according to the changesets, and writes them to the changelogs, the sources that
 * contain them, package-lock.json, and the changelog of the documentation. The current contract becomes the base of
 * `npm run contract:diff`.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DOCS_CHANGELOG, releaseChangelog } from "./release/docs-changelog.ts";
import { publishedPackages } from "./release/published-packages.ts";
import { writeVersions } from "./write-versions.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const npm = join(dirname(require.resolve("npm/package.json")), "bin/npm-cli.js");
const changesets = join(dirname(require.resolve("@changesets/cli/package.json")), "bin.js");

run(changesets, "version");
writeVersions(root);
run(npm, "install", "--package-lock-only", "--ignore-scripts", "--offline");
run(npm, "run", "--silent", "contract:release");
const file = join(root, DOCS_CHANGELOG);
const date = new Date().toISOString().slice(0, 10);
writeFileSync(file, releaseChangelog(readFileSync(file, "utf8"), publishedPackages(root), date));

function run(program: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
