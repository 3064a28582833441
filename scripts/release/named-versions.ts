import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeVersions } from "../write-versions.ts";
import { DOCS_CHANGELOG, newestVersions, versionsLine } from "./docs-changelog.ts";
import { type PublishedPackage, publishedPackages } from "./published-packages.ts";

/** The pages that users read before they install something. */
const PAGES = ["README.md", "packages/*/README.md", "examples/*.md", "apps/docs/docs/**/*.mdx"];
/** The client that Sinkove published before, under the same name. Pages compare the two. */
const OFFICIAL_CLIENT = "0.1.2";

/**
 * Finds every place that names another version than the package.json of its package, in changelogs, pages and sources.
 *
 * @param root a repository whose versions have just been raised
 * @returns a line for each place, with what to do
 */
export function wrongVersions(root: string): readonly string[] {
  const packages = publishedPackages(root);
  return [
    ...packages.flatMap((each) => inItsChangelog(root, each)),
    ...inDocsChangelog(readFileSync(join(root, DOCS_CHANGELOG), "utf8"), packages),
    ...pagesOf(root).flatMap((file) =>
      inPage(file, readFileSync(join(root, file), "utf8"), packages),
    ),
    ...writeVersions(root).map((file) => `${file} had another version than its package.json.`),
  ];
}

function pagesOf(root: string): readonly string[] {
  return globSync(PAGES, { cwd: root }).filter((file) => join(file) !== join(DOCS_CHANGELOG));
}

function inItsChangelog(root: string, { name, version, folder }: PublishedPackage): string[] {
  const file = `${folder}/CHANGELOG.md`;
  const text = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
  const [, newest = "no version"] = /^## (\S+)$/m.exec(text) ?? [];
  if (newest === version) return [];
  return [`${file} begins with ${newest}, but ${name} is ${version}. Add a changeset for it.`];
}

function inDocsChangelog(page: string, packages: readonly PublishedPackage[]): string[] {
  const expected = versionsLine(packages);
  const found = newestVersions(page);
  if (found === expected) return [];
  return [`${DOCS_CHANGELOG} must name ${expected} It names ${found ?? "no release"}`];
}

/** Mentions such as `@sinkove/sdk@1.2.0`, "sinkove-sdk 1.2.0" and sinkove_sdk-1.2.0-py3-none-any.whl. */
export function inPage(
  file: string,
  text: string,
  packages: readonly PublishedPackage[],
): readonly string[] {
  return packages.flatMap(({ name, version, registry }) => {
    const spelled = name.replaceAll(/[-_]/g, "[-_]");
    const mention = new RegExp(`(?<![\\w/@-])${spelled}\`?(?:@|==|-| )v?(\\d+\\.\\d+\\.\\d+)`, "g");
    return [...text.matchAll(mention)]
      .filter(([, found]) => found !== version)
      .filter(([, found]) => registry === "npm" || found !== OFFICIAL_CLIENT)
      .map(
        ([mentioned]) => `${file} names ${mentioned}, but ${name} is ${version}. Correct the page.`,
      );
  });
}
