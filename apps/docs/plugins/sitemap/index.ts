import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@docusaurus/types";
import { addressOf, htmlFiles } from "../html-files.ts";

/** Writes `sitemap.xml`, with the date of each page's last change, and `robots.txt`, which refers to it. */
export function sitemap(): Plugin {
  return {
    name: "sinkove-sitemap",
    async postBuild({ outDir, siteConfig: { url } }) {
      const entries: string[] = [];
      for (const file of await htmlFiles(outDir)) {
        const address = addressOf(path.relative(outDir, file));
        const entry = entryOf(`${url}${address}`, await readFile(file, "utf8"));
        if (entry !== undefined) entries.push(entry);
      }
      const text = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</urlset>\n`;
      await writeFile(path.join(outDir, "sitemap.xml"), text);
      const robots = `User-agent: *\nAllow: /\n\nSitemap: ${url}/sitemap.xml\n`;
      await writeFile(path.join(outDir, "robots.txt"), robots);
    },
  };
}

/** Omits pages without a canonical address of their own, such as the 404 and redirects. */
function entryOf(location: string, html: string): string | undefined {
  const [, canonical] = /<link[^>]*rel="?canonical"?[^>]*href="?([^">\s]+)/.exec(html) ?? [];
  if (canonical?.replace(/\/$/, "") !== location.replace(/\/$/, "")) return undefined;
  const [, changed] = /<time datetime="?([^">\s]+)/i.exec(html) ?? [];
  const date = changed === undefined ? "" : `<lastmod>${changed}</lastmod>`;
  return `  <url><loc>${location}</loc>${date}</url>`;
}
