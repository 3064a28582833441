import type { Element, ElementContent } from "hast";
import { select } from "hast-util-select";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Section } from "../../src/components/search/search-options.ts";

const parser = unified().use(rehypeParse);

/** So much of a section's text is shown with a result. */
const EXCERPT = 160;

/** The text under each heading of a built page; none if the page is not an article, such as the 404. */
export function sectionsOf(html: string, address: string): Omit<Section, "id">[] {
  const article = select(".theme-doc-markdown", parser.parse(html));
  if (article === undefined) return [];
  const page = titleOf(select("h1", article));
  return partsOf(article).map(({ heading, elements }) => {
    const anchor = heading?.properties.id;
    const text = elements
      .map((element) => textOf(element))
      .join(" ")
      .replaceAll(/\s+/g, " ")
      .trim();
    return {
      page,
      heading: titleOf(heading),
      url: typeof anchor === "string" ? `${address}#${anchor}` : address,
      text,
      excerpt: text.slice(0, EXCERPT),
    };
  });
}

interface Part {
  readonly heading: Element | undefined;
  readonly elements: Element[];
}

/** The elements of an article under its headings of the second and third rank. */
function partsOf(article: Element): Part[] {
  const parts: Part[] = [{ heading: undefined, elements: [] }];
  for (const child of blocksOf(article)) {
    if (child.tagName === "header") continue;
    if (/^h[23]$/.test(child.tagName)) parts.push({ heading: child, elements: [] });
    else parts.at(-1)?.elements.push(child);
  }
  return parts;
}

/** The elements of an article; of one that only holds headings and their text, its own. */
function blocksOf(parent: Element): Element[] {
  const children = parent.children.filter((child) => child.type === "element");
  return children.flatMap((child) =>
    child.tagName === "div" && select("h2, h3", child) !== undefined ? blocksOf(child) : [child],
  );
}

function titleOf(heading: Element | undefined): string {
  // Docusaurus ends a heading with a zero-width space and a link to itself.
  return heading === undefined
    ? ""
    : textOf(heading).replaceAll("\u200b", "").replace(/#$/, "").trim();
}

/** Without code: programs would be found by every word, and buttons are on every page. */
function textOf(element: Element): string {
  return toText({ ...element, children: element.children.filter(isProse).map(withoutCode) });
}

function withoutCode(child: ElementContent): ElementContent {
  if (child.type !== "element") return child;
  return { ...child, children: child.children.filter(isProse).map(withoutCode) };
}

function isProse(child: ElementContent): boolean {
  return child.type !== "element" || !/^(?:pre|button|script|style)$/.test(child.tagName);
}
