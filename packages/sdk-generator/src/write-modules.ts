import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { NOTICE } from "./prose.ts";

/**
 * Writes modules into a folder and its subfolders, and deletes modules that are no longer generated. Leaves unchanged
 * files alone, because another process may be reading them.
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

/** Whether a file was generated. Hand-written files may be in the same folder. */
function isOurs(file: URL): boolean {
  return /\.(?:ts|py)$/.test(file.pathname) && readFileSync(file, "utf8").includes(NOTICE);
}
