import type { Element, ElementContent } from "hast";
import { select } from "hast-util-select";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Section } from "../../src/components/search/search-options.ts";

const parser = unified().use(rehypeParse);

/** The number of characters of a section that a search result shows. */
const EXCERPT = 160;

/**
 * Returns the text under each heading of a built page, or an empty list if the page is not an article, such as the 404.
 */
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

/** Groups the elements of an article by headings of level 2 and 3. */
function partsOf(article: Element): Part[] {
  const parts: Part[] = [{ heading: undefined, elements: [] }];
  for (const child of blocksOf(article)) {
    if (child.tagName === "header") continue;
    if (/^h[23]$/.test(child.tagName)) parts.push({ heading: child, elements: [] });
    else parts.at(-1)?.elements.push(child);
  }
  return parts;
}

/** Returns the elements of an article. Containers of headings are replaced by their contents. */
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

/** Leaves out code, because queries would match words in every program, and buttons, which are on every page. */
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
