import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const known = new Map<string, string | undefined>();

/** Returns the date of the last commit that changed a folder of this repository, or undefined if Git has none. */
export function lastChangeOf(folder: string): string | undefined {
  if (!known.has(folder)) {
    const git = spawnSync("git", ["log", "-1", "--format=%cI", "--", folder], { cwd: root });
    const date = git.status === 0 ? git.stdout.toString("utf8").trim() : "";
    known.set(folder, date || undefined);
  }
  return known.get(folder);
}
