import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runRedocly } from "../../redocly.ts";
import type { Case } from "./case.ts";
import { documentsOf } from "./cases.ts";
import type { Said } from "./page.ts";

const levels = ["nothing", "info", "warning", "error"];

/** Appears in every oasdiff report of a changed API with the same version, which all cases keep. */
const versionCheck = "api-version-not-bumped";

/** Runs the other tools on a case, with their default options. */
export function askOthers(change: Case, oasdiff: string): Said {
  // Outside of any project, so that no configuration of this repository applies.
  const folder = mkdtempSync(join(tmpdir(), "sinkove-compare-"));
  try {
    const { old, now } = documentsOf(change);
    writeFileSync(join(folder, "old.json"), JSON.stringify(old));
    writeFileSync(join(folder, "now.json"), JSON.stringify(now));
    return { redocly: askRedocly(folder), oasdiff: askOasdiff(folder, oasdiff) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function askRedocly(folder: string): string {
  const { stdout } = runRedocly(["diff", "old.json", "now.json", "--format", "json"], folder);
  const { summary } = JSON.parse(stdout);
  return ["major", "minor", "patch"].find((impact) => summary[impact] > 0) ?? "nothing";
}

function askOasdiff(folder: string, program: string): string {
  const { stdout, stderr, error } = spawnSync(
    program,
    ["changelog", "old.json", "now.json", "--format", "json"],
    { cwd: folder, encoding: "utf8" },
  );
  if (error) throw error;
  if (stderr.startsWith("Error")) return "refuses the document";
  const changes: { id: string; level: number }[] = stdout.trim() === "" ? [] : JSON.parse(stdout);
  const worst = changes.filter(({ id }) => id !== versionCheck).map(({ level }) => level);
  return levels[Math.max(0, ...worst)] ?? "nothing";
}
