import MiniSearch, { type SearchResult } from "minisearch";
import { indexOptions, type Section, type StoredSection, searchOptions } from "./search-options.ts";

/** Finds the sections that match a query, in order of relevance. Returns at most one section of each page. */
export type Find = (query: string) => readonly StoredSection[];

const MOST_RESULTS = 8;

let loading: Promise<Find> | undefined;

/**
 * Loads the index once for the site. After a failure, the next call tries again.
 *
 * @param base the site's address, with a trailing slash
 * @throws Error if the site does not respond
 */
export function loadSearchIndex(base: string): Promise<Find> {
  loading ??= load(base).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(base: string): Promise<Find> {
  const response = await fetch(`${base}search-index.json`);
  if (!response.ok)
    throw new Error(`The search index could not be loaded: HTTP ${response.status}`);
  const index = await MiniSearch.loadJSONAsync<Section>(await response.text(), indexOptions);
  return (query) => find(index, query);
}

function find(index: MiniSearch<Section>, query: string): readonly StoredSection[] {
  const pages = new Map<string, SearchResult[]>();
  for (const result of index.search(query, searchOptions)) {
    const [page = ""] = fromResult(result).url.split("#");
    pages.set(page, [...(pages.get(page) ?? []), result]);
  }
  return [...pages.values()]
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .slice(0, MOST_RESULTS)
    .flatMap(([best]) => (best ? [fromResult(best)] : []));
}

/** Adds up the best scores of a page, because a page about the subject has several matching sections. */
function scoreOf(sections: readonly SearchResult[]): number {
  return sections.slice(0, 4).reduce((sum, { score }) => sum + score, 0);
}

function fromResult(result: SearchResult): StoredSection {
  // This cast is safe: the index stores these fields.
  return result as unknown as StoredSection;
}
