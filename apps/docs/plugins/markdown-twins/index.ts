import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@docusaurus/types";
import { htmlFiles } from "../html-files.ts";
import { markdownOf, type PageMarkdown } from "./page-markdown.ts";

interface TwinnedPage extends PageMarkdown {
  /** `/guides/datasets` */
  readonly address: string;
}

/**
 * Writes the Markdown of each page beside it (`/guides/datasets.md` for `/guides/datasets`), and `llms.txt`, which
 * lists all pages for language models.
 */
export function markdownTwins(): Plugin {
  return {
    name: "sinkove-markdown-twins",
    async postBuild({ outDir, siteConfig: { title, tagline, url } }) {
      const pages: TwinnedPage[] = [];
      for (const file of await htmlFiles(outDir)) {
        const page = await markdownOf(await readFile(file, "utf8"));
        if (page === undefined) continue;
        pages.push({ ...page, address: addressOf(path.relative(outDir, file)) });
        const heading = `# ${page.title}\n\n`;
        const text = page.markdown.startsWith("# ") ? page.markdown : heading + page.markdown;
        await writeFile(file.replace(/\.html$/, ".md"), text);
      }
      await writeFile(path.join(outDir, "llms.txt"), listOf(pages, { title, tagline, url }));
    },
  };
}

function addressOf(file: string): string {
  return `/${file.replace(/\.html$/, "")}`;
}

interface Site {
  readonly title: string;
  readonly tagline: string;
  readonly url: string;
}

const sections = [
  { title: "Guides", holds: (address: string) => !/^\/(reference|errors|sdk)(\/|$)/.test(address) },
  { title: "API reference", holds: (address: string) => /^\/reference(\/|$)/.test(address) },
  { title: "Errors", holds: (address: string) => /^\/errors(\/|$)/.test(address) },
  { title: "SDKs", holds: (address: string) => /^\/sdk(\/|$)/.test(address) },
] as const;

/** Follows the format of https://llmstxt.org. */
function listOf(pages: readonly TwinnedPage[], { title, tagline, url }: Site): string {
  const lists = sections.map(({ title: heading, holds }) => {
    const lines = pages
      .filter(({ address }) => holds(address))
      .map(
        ({ address, title: name, description }) =>
          `- [${name}](${url}${address}.md): ${description}`,
      );
    return `## ${heading}\n\n${lines.join("\n")}`;
  });
  return `# ${title}\n\n> ${tagline}. Every page has a Markdown twin, at its address with \`.md\`. The OpenAPI document is at ${url}/openapi.json, a skill file for coding assistants at ${url}/skills/sinkove/SKILL.md.\n\n${lists.join("\n\n")}\n`;
}
