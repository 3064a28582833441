import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STATUSES = /^(proposed|accepted|replaced by \d+)$/;
const FORM = /^# (\d+)\. (.+)\n\nDate: (\d{4}-\d\d-\d\d)\. Status: ([^\n]+)\.\n\n/;
const INDEX = /(?<=<!-- index -->\n)[\s\S]*(?=<!-- end of index -->)/;

/** A page in `decisions/`. */
export interface Decision {
  readonly file: string;
  readonly number: number;
  readonly title: string;
  readonly date: string;
  readonly status: string;
}

/**
 * Reads all decisions, in order.
 *
 * @param folder the folder of the decisions
 * @throws Error if a page does not begin in the required form, or a number is missing or used twice
 */
export function readDecisions(folder: string): readonly Decision[] {
  const files = globSync("[0-9]*.md", { cwd: folder }).sort();
  const decisions = files.map((file) =>
    readDecision(file, readFileSync(join(folder, file), "utf8")),
  );
  for (const [at, { file, number }] of decisions.entries()) {
    const expected = at + 1;
    if (number === expected) continue;
    throw new Error(
      `decisions/${file} must have the number ${expected}. Rename it, and change its heading.`,
    );
  }
  return decisions;
}

export function readDecision(file: string, text: string): Decision {
  const number = Number.parseInt(file, 10);
  const [, found, title = "", date = "", status = ""] = FORM.exec(text) ?? [];
  if (Number(found) === number && STATUSES.test(status)) {
    return { file, number, title, date, status };
  }
  throw new Error(
    `decisions/${file} must begin with "# ${number}. Title", an empty line, and "Date: YYYY-MM-DD. Status: accepted." A status is proposed, accepted, or "replaced by" and a number.`,
  );
}

/**
 * Writes the table of all decisions into their README.
 *
 * @returns whether the table has changed
 */
export function writeDecisionIndex(folder: string): boolean {
  const readme = join(folder, "README.md");
  const text = readFileSync(readme, "utf8");
  if (!INDEX.test(text)) {
    throw new Error(
      'decisions/README.md must have the lines "<!-- index -->" and "<!-- end of index -->".',
    );
  }
  const rows = readDecisions(folder).map(
    ({ file, number, title, date, status }) =>
      `| ${number} | [${title}](${file}) | ${date} | ${status} |\n`,
  );
  const head = "| | decision | date | status |\n|---|---|---|---|\n";
  const updated = text.replace(INDEX, () => `${head}${rows.join("")}`);
  if (updated !== text) writeFileSync(readme, updated);
  return updated !== text;
}
