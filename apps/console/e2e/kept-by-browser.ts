import type { QueryClient } from "@tanstack/react-query";
import type { Page } from "playwright-core";
import { findQueryClient } from "./query-client.ts";

/** Returns everything that the page has stored, and the state of its history, as one text. */
export function storageOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const kept = { ...sessionStorage, ...localStorage, state: history.state, url: location.href };
    return JSON.stringify([kept, databases, await caches.keys(), document.cookie]);
  });
}

/** Returns everything in the cache of TanStack Query as one text: responses, and the variables of mutations. */
export async function queryCacheOf(page: Page): Promise<string> {
  const text = await page.evaluate<string>(`(${everythingIn})((${findQueryClient})())`);
  if (text === "[]") throw new Error("The page's queries were not found.");
  return text;
}

/** Runs in the page. */
function everythingIn(client: QueryClient | undefined): string {
  const queries = client?.getQueryCache().getAll() ?? [];
  const mutations = client?.getMutationCache().getAll() ?? [];
  const all = [...queries, ...mutations];
  return JSON.stringify(
    all.map((each) => ["queryKey" in each ? each.queryKey : undefined, each.state]),
  );
}
