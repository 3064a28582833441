import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes modules into a folder, and removes others that were generated before. A file that is right already is not
 * touched: something else may be reading it.
 */
export function writeModules(folder: URL, modules: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = new URL(name, folder);
    if (!modules.has(name) && isOurs(file)) rmSync(file);
  }
  for (const [name, text] of modules) {
    const file = new URL(name, folder);
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  }
}

/** Whether the beginning of a file says so: others may be beside it. */
function isOurs(file: URL): boolean {
  return /\.(?:ts|py)$/.test(file.pathname) && readFileSync(file, "utf8").includes(MARK);
}

const MARK = "Generated from the contract. Do not edit; run";
