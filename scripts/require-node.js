// Preloaded into every script of the repository: node --import ./scripts/require-node.js scripts/start.ts
// On an older Node it runs the script again, on the Node that is in the lock file.
// Plain JavaScript, so that an old Node can read it.
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
    : `The lock file has none for ${process.platform} ${process.arch}, and this is ${process.version}: install Node ${OLDEST}.`;
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
 * Makes `npx` and npm's scripts find it too. npm 10 does not: of several packages with a command of one name it links
 * the first, whether or not that is for this machine.
 */
function linkCommand() {
  const link = join(modules, ".bin/node");
  if (isWindows || existsSync(link)) return;
  try {
    symlinkSync(`../${packageName}/bin/node`, link);
  } catch {
    // Another script has just made it, or the folder cannot be written: this one has its own way.
  }
}
