import { globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { NamedFile } from "./named-file.ts";

/** Files that Python and editors leave beside the source. */
const LEFTOVER = /(^|\/)(\.|__pycache__(\/|$))|\.py[co]$|~$/;

/** The files of the package at `path`, with paths that start with the package's name. */
export function packageFiles(path: string): readonly NamedFile[] {
  const parent = dirname(path);
  const found = globSync("**", { cwd: path })
    .map((name) => [basename(path), ...name.split(sep)].join("/"))
    .filter((name) => !LEFTOVER.test(name) && statSync(join(parent, name)).isFile())
    .sort();
  if (found.length === 0) throw new Error(`${path} has no files, but pyproject.toml lists it.`);
  return found.map((name) => ({ name, content: readFileSync(join(parent, name)) }));
}
