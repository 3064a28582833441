import type { PublishedPackage } from "./published-packages.ts";

/** In the repository. */
export const DOCS_CHANGELOG = "apps/docs/docs/changelog.mdx";

const UNRELEASED = /^## Unreleased$/m;
const FIRST_HEADING = /^## /m;

/**
 * Makes a release of what the page has under "Unreleased": the section gets the date as its heading, and a line with
 * the version of each package. Without such a section, the release has this line alone.
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

/** The versions that the newest release on the page names, as the page writes them. */
export function newestVersions(page: string): string | undefined {
  return /^## \d{4}-\d\d-\d\d\n\n(.*)$/m.exec(page)?.[1];
}

/** Such as "`@sinkove/sdk` 1.2.0, `sinkove-sdk` 1.3.0." */
export function versionsLine(packages: readonly PublishedPackage[]): string {
  return `${packages.map(({ name, version }) => `\`${name}\` ${version}`).join(", ")}.`;
}
