import { globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { NamedFile } from "./named-file.ts";

/** What Python and editors leave beside the source. */
const LEFTOVER = /(^|\/)(\.|__pycache__(\/|$))|\.py[co]$|~$/;

/** The files of a package at `path`, named from the folder that the package is in. */
export function packageFiles(path: string): readonly NamedFile[] {
  const parent = dirname(path);
  const found = globSync("**", { cwd: path })
    .map((name) => [basename(path), ...name.split(sep)].join("/"))
    .filter((name) => !LEFTOVER.test(name) && statSync(join(parent, name)).isFile())
    .sort();
  if (found.length === 0) throw new Error(`${path} has no files: pyproject.toml names it.`);
  return found.map((name) => ({ name, content: readFileSync(join(parent, name)) }));
}
