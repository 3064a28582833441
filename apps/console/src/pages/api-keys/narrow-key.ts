import type { ApiKey, Scope } from "@sinkove/contract";
import { showUndo } from "../../ui/undo.tsx";
import { useChangeKey } from "./change-key.ts";

/** Returns a function that removes scopes from a key and offers to undo it. */
export function useNarrowKey(): (apiKey: ApiKey, unused: readonly Scope[]) => Promise<void> {
  const change = useChangeKey();
  return async (apiKey, unused) => {
    const { name, scopes } = apiKey;
    await change(apiKey, { scopes: scopes.filter((scope) => !unused.includes(scope)) });
    showUndo(`${name} has fewer scopes.`, () => change(apiKey, { scopes }));
  };
}
