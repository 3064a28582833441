import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import GithubSlugger from "github-slugger";
import { type Finding, type Node, nodesOf, parseMarkdown, type Text } from "./lint.ts";

/**
 * Finds relative links of a page whose file or heading does not exist. Links that begin with `/` are to pages of the
 * documentation site, whose build checks them.
 */
export function brokenLinks(root: string, page: Text): readonly Finding[] {
  const links = [...nodesOf(parseMarkdown(page), "link")].filter(({ url = "" }) => isRelative(url));
  return links.flatMap(({ url = "", position }) => {
    const advice = faultOf(root, page.file, url);
    if (advice === undefined) return [];
    const line = page.line + (position?.start.line ?? 1) - 1;
    return [{ file: page.file, line, rule: "broken-link", excerpt: url, advice }];
  });
}

function isRelative(url: string): boolean {
  return !/^(?:[a-z][a-z+.-]*:|\/)/i.test(url);
}

function faultOf(root: string, from: string, url: string): string | undefined {
  const [path = "", anchor] = url.split("#");
  const file = path === "" ? from : normalize(join(dirname(from), decodeURI(path)));
  if (!existsSync(join(root, file))) return `There is no ${file}.`;
  if (anchor === undefined || !file.endsWith(".md")) return undefined;
  return anchorsOf(root, file).has(anchor) ? undefined : `${file} has no heading #${anchor}.`;
}

/** Returns the anchors that GitHub generates for the headings of a file. */
function anchorsOf(root: string, file: string): ReadonlySet<string> {
  const text = readFileSync(join(root, file), "utf8");
  const tree = parseMarkdown({ text, form: "markdown" });
  const slugger = new GithubSlugger();
  return new Set([...nodesOf(tree, "heading")].map((heading) => slugger.slug(textOf(heading))));
}

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join("");
}
