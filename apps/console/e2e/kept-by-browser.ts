import type { Page } from "playwright-core";

/** All that the page has stored, and what its history says, as one text. */
export function storageOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const kept = { ...sessionStorage, ...localStorage, state: history.state, url: location.href };
    return JSON.stringify([kept, databases, await caches.keys(), document.cookie]);
  });
}

/**
 * All that TanStack Query holds, as one text: answers, and mutations with what was sent. The client is found from the
 * root of React's tree, as the page gives it to nobody.
 */
export async function queryCacheOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.getElementById("root") ?? {};
    const name = Object.keys(root).find((key) => key.startsWith("__reactContainer$"));
    // biome-ignore lint/suspicious/noExplicitAny: React's own structure has no types
    const clientIn = (fiber: any): any => {
      if (!fiber) return undefined;
      const { client } = fiber.memoizedProps ?? {};
      if (typeof client?.getQueryCache === "function") return client;
      return clientIn(fiber.child) ?? clientIn(fiber.sibling);
    };
    const client = clientIn(name && Reflect.get(root, name).stateNode.current);
    const all = [...(client?.getQueryCache().getAll() ?? [])];
    if (all.length === 0) throw new Error("The page's queries were not found.");
    const mutations = client.getMutationCache().getAll();
    return JSON.stringify([...all, ...mutations].map(({ state, queryKey }) => [queryKey, state]));
  });
}
