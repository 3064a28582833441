import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@docusaurus/types";
import { Feed } from "feed";
import type { Element, ElementContent, Root } from "hast";
import { select } from "hast-util-select";
import { toHtml } from "hast-util-to-html";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

/**
 * Writes the changelog as an Atom feed with an entry for each release. The heading of a release begins with its date.
 */
export function feed(): Plugin {
  return {
    name: "sinkove-feed",
    async postBuild({ outDir, siteConfig: { url } }) {
      const html = await readFile(path.join(outDir, "changelog.html"), "utf8");
      await writeFile(path.join(outDir, "changelog.xml"), feedOf(html, url));
    },
  };
}

/** Returns the feed of a changelog. It has no entries before the first release. */
export function feedOf(html: string, url: string): string {
  const link = `${url}/changelog`;
  const entries = entriesOf(unified().use(rehypeParse).parse(html), url);
  const [latest] = entries;
  const atom = new Feed({
    title: "Sinkove changelog",
    id: link,
    link,
    copyright: "",
    updated: latest?.date ?? new Date(0),
    feedLinks: { atom: `${url}/changelog.xml` },
  });
  for (const { id, title, date, content } of entries)
    atom.addItem({ title, id: `${link}#${id}`, link: `${link}#${id}`, date, content });
  return atom.atom1();
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly date: Date;
  readonly content: string;
}

function entriesOf(tree: Root, url: string): Entry[] {
  const children = select(".theme-doc-markdown", tree)?.children ?? [];
  return children.flatMap((child, index) => {
    if (!isHeading(child)) return [];
    const title = toText(child).replaceAll("\u200b", "").trim();
    const [date] = /^\d{4}-\d\d-\d\d/.exec(title) ?? [];
    if (date === undefined) return [];
    const rest = children.slice(index + 1);
    const end = rest.findIndex(isHeading);
    // Feed readers show the content outside this site, so links must be absolute.
    const content = toHtml(end < 0 ? rest : rest.slice(0, end)).replaceAll(
      'href="/',
      `href="${url}/`,
    );
    return [
      { id: String(child.properties.id), title, date: new Date(`${date}T00:00:00Z`), content },
    ];
  });
}

function isHeading(child: ElementContent): child is Element {
  return child.type === "element" && child.tagName === "h2";
}
