import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { NOTICE } from "./prose.ts";

/**
 * Writes modules into a folder and the folders in it, and removes others that were generated before. A file that is right already is not
 * touched: something else may be reading it.
 */
export function writeModules(folder: URL, modules: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const found of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const name = found.replaceAll("\\", "/");
    const file = new URL(name, folder);
    if (!modules.has(name) && isOurs(file)) rmSync(file);
  }
  for (const [name, text] of modules) {
    const file = new URL(name, folder);
    mkdirSync(new URL(".", file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
  }
}

/** Whether a file says that it was generated: others may be beside it. */
function isOurs(file: URL): boolean {
  return /\.(?:ts|py)$/.test(file.pathname) && readFileSync(file, "utf8").includes(NOTICE);
}
