import type { PublishedPackage } from "./published-packages.ts";

/** The path in the repository. */
export const DOCS_CHANGELOG = "apps/docs/docs/changelog.mdx";

const UNRELEASED = /^## Unreleased$/m;
const FIRST_HEADING = /^## /m;

/**
 * Turns the section "Unreleased" of the page into a release: its heading becomes the date, and it gets a line with the
 * version of each package. Without such a section, the release has only this line.
 *
 * @param date such as `2026-12-01`
 */
export function releaseChangelog(
  page: string,
  packages: readonly PublishedPackage[],
  date: string,
): string {
  const head = `## ${date}\n\n${versionsLine(packages)}`;
  if (UNRELEASED.test(page)) return page.replace(UNRELEASED, () => head);
  return page.replace(FIRST_HEADING, (heading) => `${head}\n\n${heading}`);
}

/** The line with the versions of the newest release on the page. */
export function newestVersions(page: string): string | undefined {
  return /^## \d{4}-\d\d-\d\d\n\n(.*)$/m.exec(page)?.[1];
}

/** A line such as "`@sinkove/sdk` 1.2.0, `sinkove-sdk` 1.3.0." */
export function versionsLine(packages: readonly PublishedPackage[]): string {
  return `${packages.map(({ name, version }) => `\`${name}\` ${version}`).join(", ")}.`;
}
