import { join } from "node:path";
import { runRedocly } from "../redocly.ts";
import { folder } from "./contract.ts";

interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly source: { readonly ref: string } }[];
}

/** The linter's findings in each file, with the configuration of the contract. */
export function lint(files: readonly string[], root: string): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>(files.map((file) => [file, []]));
  const options = ["--config", join(folder, "redocly.yaml"), "--format", "json"];
  const { stdout, stderr, status } = runRedocly(
    ["lint", ...files, ...options, "--max-problems", "1000"],
    root,
  );
  if (status === null || status > 1) throw new Error(`redocly lint failed: ${stderr}`);
  const reports = reportsOf(stdout);
  if (reports.length !== files.length) throw new Error(`redocly lint gave no report: ${stderr}`);
  reports.forEach((problems, index) => {
    found.set(files[index] ?? "", problems);
  });
  return found;
}

/** Redocly prints one JSON document for each file, without a separator. */
function reportsOf(stdout: string): Problem[][] {
  const documents: { problems: Problem[] }[] = JSON.parse(
    `[${stdout.trim().replaceAll(/^\}\s*\{$/gm, "},{")}]`,
  );
  return documents.map(({ problems }) => problems);
}
