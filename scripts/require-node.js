// Preloaded into every script of the repository: node --import ./scripts/require-node.js scripts/start.ts
// On an older Node, it runs the script again with the Node in the lock file.
// Plain JavaScript, so that older Node versions can load it.
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runOn } from "./run-on.js";

const OLDEST = 24;
const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
const isWindows = process.platform === "win32";
const packageName = `node-${isWindows ? "win" : process.platform}-${process.arch}`;

if (!existsSync(join(modules, "turbo"))) {
  fail(
    "The development dependencies are not installed. Run npm ci --include=dev (NODE_ENV=production and --omit=dev leave them out).",
  );
}
if (Number(process.versions.node.split(".")[0]) < OLDEST) {
  const node = lockedNode() ?? fail(`This repository runs on Node ${OLDEST}. ${advice()}`);
  linkCommand();
  await runOn(node);
}

/** @returns {string} */
function advice() {
  const manifest = fileURLToPath(new URL("../package.json", import.meta.url));
  const { optionalDependencies } = JSON.parse(readFileSync(manifest, "utf8"));
  return packageName in optionalDependencies
    ? "Run npm ci, which installs it, without --omit=optional."
    : `The lock file has no Node for ${process.platform} ${process.arch}, and this is ${process.version}: install Node ${OLDEST}.`;
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** @returns {string | undefined} the path of the Node that npm has installed for this machine */
function lockedNode() {
  const path = join(modules, packageName, "bin", isWindows ? "node.exe" : "node");
  return existsSync(path) ? path : undefined;
}

/**
 * Makes the locked Node available to `npx` and npm's scripts. npm 10 does not link it itself: if several packages have a
 * command of the same name, it links the first one, even if that is for another platform.
 */
function linkCommand() {
  const link = join(modules, ".bin/node");
  if (isWindows || existsSync(link)) return;
  try {
    symlinkSync(`../${packageName}/bin/node`, link);
  } catch {
    // Another script has just created it, or the folder is read-only. This script does not need the link.
  }
}
