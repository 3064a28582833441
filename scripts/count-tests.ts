export interface Counts {
  readonly passed: number;
  readonly failures: number;
  readonly skipped: number;
}

/** Adds up JUnit reports of Vitest and pytest. */
export function countTests(reports: readonly string[]): Counts {
  const suites = reports.flatMap((report) =>
    [...report.matchAll(/<testsuite\s[^>]*>/g)].map(([tag]) => tag),
  );
  const failures = sum(suites, "failures") + sum(suites, "errors");
  const skipped = sum(suites, "skipped");
  return { passed: sum(suites, "tests") - failures - skipped, failures, skipped };
}

function sum(tags: readonly string[], attribute: string): number {
  const counts = tags.map((tag) =>
    Number(new RegExp(`\\b${attribute}="(\\d+)"`).exec(tag)?.[1] ?? 0),
  );
  return counts.reduce((total, count) => total + count, 0);
}

/** The names of the skipped tests. */
export function namesOfSkipped(reports: readonly string[]): readonly string[] {
  return testCases(reports).flatMap(({ name, outcome }) => (outcome === "skipped" ? name : []));
}

/** The rest of a long diff or traceback is in the output above the summary. */
const MOST_LINES = 25;

/** The failed tests, each with its file and the first lines of the reason. */
export function describeFailed(reports: readonly string[]): readonly string[] {
  return testCases(reports).flatMap(({ file, name, outcome, reason }) => {
    if (outcome !== "failure" && outcome !== "error") return [];
    const lines = reason.split("\n").filter((line) => line.trim() !== "");
    const shown = lines.slice(0, MOST_LINES).map((line) => `  ${line}`);
    return [`${file}: ${name}`, ...shown].join("\n");
  });
}

interface TestCase {
  readonly file: string;
  readonly name: string;
  /** Undefined if the test passed. */
  readonly outcome: string | undefined;
  /** Empty if the test passed. */
  readonly reason: string;
}

function testCases(reports: readonly string[]): readonly TestCase[] {
  const cases = /<testcase\s([^>]*[^>/])>\s*(?:<(failure|error|skipped)\b[^>]*>([^<]*))?/g;
  return reports.flatMap((report) =>
    [...report.matchAll(cases)].map(([, tag = "", outcome, reason = ""]) => ({
      file: attributeOf(tag, "classname"),
      name: attributeOf(tag, "name"),
      outcome,
      reason: decodeEntities(reason),
    })),
  );
}

function attributeOf(tag: string, name: string): string {
  return decodeEntities(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** The last line of `npm test`. */
export function summaryOf({ passed, failures, skipped }: Counts): string {
  const counts = `${passed} passed, ${failures} failed`;
  return skipped === 0 ? counts : `${counts}, ${skipped} skipped`;
}
