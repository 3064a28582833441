import type { Element, Root } from "hast";
import { select } from "hast-util-select";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { languages, readOutput } from "../examples/example-files.ts";
import { shownExample } from "../examples/shown-examples.ts";

const parser = unified().use(rehypeParse);
const writer = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", rule: "-" });

/** A page as Markdown. */
export interface PageMarkdown {
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

/**
 * Converts the article of a built page to Markdown, with the sources of each example.
 *
 * @returns undefined if the page has no content of its own, such as the search page
 */
export async function markdownOf(html: string): Promise<PageMarkdown | undefined> {
  const tree = parser.parse(html);
  const content = select(".theme-doc-markdown", tree) ?? select("main[data-page]", tree);
  if (content === undefined) return undefined;
  tidy(content);
  const root: Root = { type: "root", children: content.children };
  return {
    title: titleOf(select("h1", content)),
    description: String(select('meta[name="description"]', tree)?.properties.content ?? ""),
    markdown: writer.stringify(await writer.run(root)),
  };
}

/** Removes controls, comments and the dark copies of pictures, and replaces examples with their sources. */
function tidy(content: Element): void {
  visit(content, "element", (element, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const key = element.properties.dataExample;
    if (typeof key === "string") {
      element.children = sourcesOf(key);
      return SKIP;
    }
    if (!isControl(element) && !isDarkCopy(element)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(content, "comment", (_, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function isControl(element: Element): boolean {
  // Hidden tab panels. The Markdown contains the first panel of each set of tabs.
  if (element.properties.hidden) return true;
  return element.tagName === "button" || classesOf(element).includes("hash-link");
}

/** Docusaurus's `ThemedImage` adds a picture for each colour scheme to the page. */
function isDarkCopy(element: Element): boolean {
  return classesOf(element).some((name) => `${name}`.startsWith("themedComponent--dark"));
}

function classesOf({ properties }: Element): readonly (string | number)[] {
  return Array.isArray(properties.className) ? properties.className : [];
}

/** Returns the sources of an example, each with its output if that is the same in each run. */
function sourcesOf(key: string): Element[] {
  const { name, samples } = shownExample(key);
  return languages.flatMap((language) => {
    const source = samples[language];
    if (source === undefined) return [];
    const output = name === undefined ? undefined : readOutput(name, language);
    const printed = output === undefined ? [] : [paragraph("Prints:"), codeElement("text", output)];
    return [codeElement(language, source), ...printed];
  });
}

function paragraph(text: string): Element {
  return {
    type: "element",
    tagName: "p",
    properties: {},
    children: [{ type: "text", value: text }],
  };
}

function codeElement(language: string, source: string): Element {
  const code: Element = {
    type: "element",
    tagName: "code",
    properties: { className: [`language-${language}`] },
    children: [{ type: "text", value: source }],
  };
  return { type: "element", tagName: "pre", properties: {}, children: [code] };
}

function titleOf(heading: Element | undefined): string {
  return heading === undefined ? "" : toText(heading);
}
