import type { QueryClient } from "@tanstack/react-query";

/**
 * Runs in the page: the client of TanStack Query, which is found from the root of React's tree, as the page gives it to
 * nobody. Undefined before React has rendered it.
 */
export function findQueryClient(): QueryClient | undefined {
  const root = document.getElementById("root") ?? {};
  const name = Object.keys(root).find((key) => key.startsWith("__reactContainer$"));
  // biome-ignore lint/suspicious/noExplicitAny: React's own structure has no types
  const clientIn = (fiber: any): QueryClient | undefined => {
    if (!fiber) return undefined;
    const { client } = fiber.memoizedProps ?? {};
    if (typeof client?.getQueryCache === "function") return client;
    return clientIn(fiber.child) ?? clientIn(fiber.sibling);
  };
  return clientIn(name && Reflect.get(root, name).stateNode.current);
}
