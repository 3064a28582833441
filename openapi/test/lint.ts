import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { folder } from "./contract.ts";

interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly source: { readonly ref: string } }[];
}

/** What the linter finds in each of some files, with the configuration of the contract. */
export function lint(files: readonly string[], root: string): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>(files.map((file) => [file, []]));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      join(
        dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
        "bin/cli.js",
      ),
      "lint",
      ...files,
      ...["--config", join(folder, "redocly.yaml"), "--format", "json", "--max-problems", "1000"],
    ],
    { cwd: root, encoding: "utf8", maxBuffer: 1e9 },
  );
  if (status === null || status > 1) throw new Error(`redocly lint failed: ${stderr}`);
  const reports = reportsOf(stdout);
  if (reports.length !== files.length) throw new Error(`redocly lint gave no report: ${stderr}`);
  reports.forEach((problems, index) => {
    found.set(files[index] ?? "", problems);
  });
  return found;
}

/** Redocly prints one JSON document for each file, end to end. */
function reportsOf(stdout: string): Problem[][] {
  const documents: { problems: Problem[] }[] = JSON.parse(
    `[${stdout.trim().replaceAll(/^\}\s*\{$/gm, "},{")}]`,
  );
  return documents.map(({ problems }) => problems);
}
