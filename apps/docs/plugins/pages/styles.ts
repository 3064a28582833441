import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "postcss";

const link = /<link rel="?stylesheet"? href="?([^">\s]+\.css)"?\s*\/?>/;

/** The styles and fonts that a page needs before it can be shown. */
export interface Styles {
  readonly css: string;
  /** The addresses of the fonts in the styles. */
  readonly fonts: readonly string[];
}

/**
 * Reads the site's styles without the rules for classes that no page and no script uses. Most rules of Docusaurus's own
 * style sheet are for features that this site does not use.
 *
 * @throws Error if a page has no style sheet
 */
export async function readStyles(outDir: string, html: string): Promise<Styles> {
  const address = link.exec(html)?.[1];
  if (address === undefined) throw new Error("The built pages link to no style sheet.");
  const css = await readFile(path.join(outDir, address), "utf8");
  const used = withoutUnused(css, await wordsOf(outDir));
  const fonts = [...used.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, font = ""]) => font);
  return { css: used, fonts };
}

/** Puts the styles into the page, so that it can be shown without a second request. */
export function withStyles(html: string, { css, fonts }: Styles): string {
  const preloads = fonts.map(
    (font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`,
  );
  return html.replace(link, () => `${preloads.join("")}<style>${css}</style>`);
}

/** Returns all words of the pages and their scripts, which include the names of all used classes. */
async function wordsOf(outDir: string): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  for await (const file of glob("{**/*.html,assets/js/*.js}", { cwd: outDir })) {
    const text = await readFile(path.join(outDir, file), "utf8");
    for (const word of text.match(/[\w-]+/g) ?? []) words.add(word);
  }
  return words;
}

/** Removes the rules for classes that are not among the words. */
export function withoutUnused(css: string, words: ReadonlySet<string>): string {
  // Scripts may build class names, for example from `alert--` and a suffix.
  const beginnings = [...words].filter((word) => /\w{2}(?:--|__?)$/.test(word));
  const isUsed = (name: string): boolean =>
    words.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
  const root = parse(css);
  root.walkRules((rule) => {
    const selectors = rule.selectors.filter((selector) => classesOf(selector).every(isUsed));
    if (selectors.length === 0) rule.remove();
    else rule.selectors = selectors;
  });
  root.walkAtRules("media", (media) => {
    if (media.nodes?.length === 0) media.remove();
  });
  return root.toString();
}

/** Returns the classes that an element must have. Classes in `:not(…)` and similar selectors do not count. */
function classesOf(selector: string): string[] {
  const own = selector.replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
  return [...own.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name);
}
