import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Element } from "hast";
import { selectAll } from "hast-util-select";
import { toText } from "hast-util-to-text";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

export const buildFolder: string = fileURLToPath(new URL("../build", import.meta.url));

/** A page of the built site. */
export interface BuiltPage {
  readonly html: string;
  /** The text of the article, without the navigation around it. */
  readonly text: string;
  /** Returns the texts of the elements that match a selector. */
  readonly texts: (selector: string) => string[];
}

/** @throws Error if the site does not have the page, or is not built */
export function builtPage(address: string): BuiltPage {
  const file = path.join(buildFolder, `${address}.html`);
  if (!existsSync(file)) throw new Error(`The built site has no page ${address}.`);
  const html = readFileSync(file, "utf8");
  const tree = unified().use(rehypeParse).parse(html);
  const [article] = selectAll(".theme-doc-markdown", tree);
  const within = (selector: string): Element[] => (article ? selectAll(selector, article) : []);
  return {
    html,
    text: article ? toText(article) : "",
    texts: (selector) => within(selector).map((element) => toText(element)),
  };
}

/** Returns the addresses of all built pages, or of those under a path. */
export function builtAddresses(under = ""): string[] {
  return globSync(`${under}/**/*.html`.replace(/^\//, ""), { cwd: buildFolder })
    .map((file) => `/${file.replace(/\.html$/, "")}`)
    .toSorted();
}
