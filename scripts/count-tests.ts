/** Adds up JUnit reports, as Vitest and pytest write them. */
export function countTests(reports: readonly string[]): { passed: number; failures: number } {
  const suites = reports.flatMap((report) =>
    [...report.matchAll(/<testsuite\s[^>]*>/g)].map(([tag]) => tag),
  );
  const total = sum(suites, "tests");
  const failures = sum(suites, "failures") + sum(suites, "errors");
  return { passed: total - failures - sum(suites, "skipped"), failures };
}

function sum(tags: readonly string[], attribute: string): number {
  const counts = tags.map((tag) =>
    Number(new RegExp(`\\b${attribute}="(\\d+)"`).exec(tag)?.[1] ?? 0),
  );
  return counts.reduce((total, count) => total + count, 0);
}
