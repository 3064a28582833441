import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "postcss";

const link = /<link rel="?stylesheet"? href="?([^">\s]+\.css)"?\s*\/?>/;

/** What a page needs before it can be shown. */
export interface Styles {
  readonly css: string;
  /** The addresses of the fonts that it names. */
  readonly fonts: readonly string[];
}

/**
 * The site's styles, without those of classes that no page and no script speaks of: of Docusaurus's own style
 * sheet, most are for things that this site does not have.
 *
 * @throws where a page has no style sheet
 */
export async function readStyles(outDir: string, html: string): Promise<Styles> {
  const address = link.exec(html)?.[1];
  if (address === undefined) throw new Error("The built pages link to no style sheet.");
  const css = await readFile(path.join(outDir, address), "utf8");
  const used = withoutUnused(css, await wordsOf(outDir));
  const fonts = [...used.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, font = ""]) => font);
  return { css: used, fonts };
}

/** The page with its styles in it: it can be shown when it has arrived, with no second journey. */
export function withStyles(html: string, { css, fonts }: Styles): string {
  const preloads = fonts.map(
    (font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${font}">`,
  );
  return html.replace(link, () => `${preloads.join("")}<style>${css}</style>`);
}

/** Every word of the pages and of their scripts: a class that is set somewhere is among them. */
async function wordsOf(outDir: string): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  for await (const file of glob("{**/*.html,assets/js/*.js}", { cwd: outDir })) {
    const text = await readFile(path.join(outDir, file), "utf8");
    for (const word of text.match(/[\w-]+/g) ?? []) words.add(word);
  }
  return words;
}

/** Takes the rules out of a style sheet that speak of a class which is none of these words. */
export function withoutUnused(css: string, words: ReadonlySet<string>): string {
  // A script may put a class together: `alert--` and what follows.
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

/** The classes that an element must have; those in `:not(…)` and the like say less. */
function classesOf(selector: string): string[] {
  const own = selector.replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
  return [...own.matchAll(/\.([\w-]+)/g)].map(([, name = ""]) => name);
}
