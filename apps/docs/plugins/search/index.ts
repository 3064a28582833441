import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "@docusaurus/types";
import MiniSearch from "minisearch";
import { indexOptions, type Section } from "../../src/components/search/search-options.ts";
import { htmlFiles } from "../html-files.ts";
import { sectionsOf } from "./sections.ts";

/** Writes the index of the search, `search-index.json`. */
export function search(): Plugin {
  return {
    name: "sinkove-search",
    async postBuild({ outDir }) {
      const sections: Omit<Section, "id">[] = [];
      for (const file of await htmlFiles(outDir)) {
        const address = `/${path.relative(outDir, file).replace(/\.html$/, "")}`;
        sections.push(...sectionsOf(await readFile(file, "utf8"), address));
      }
      const index = new MiniSearch<Section>(indexOptions);
      index.addAll(sections.map((section, id) => ({ ...section, id })));
      await writeFile(path.join(outDir, "search-index.json"), JSON.stringify(index));
    },
  };
}
