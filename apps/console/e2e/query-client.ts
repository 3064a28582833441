import type { QueryClient } from "@tanstack/react-query";

/**
 * Runs in the page. Finds the client of TanStack Query in React's tree, because the page does not expose it. Returns
 * undefined before React has rendered.
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
