import type { ApiKey } from "@sinkove/contract";
import { useQueries } from "@tanstack/react-query";
import { query } from "../../api/client.ts";
import { useNow } from "../../ui/now.ts";
import { useApiKeysQuery } from "../requests/key-names.ts";
import { intervalOf, periodStart, type UsageView } from "./period.ts";
import { type Share, totalRequests } from "./totals.ts";

/** The maximum number of keys, because each needs a request for its usage. */
export const MOST_KEYS = 10;

/** The requests of a period by key. */
export interface KeyUsages {
  /** The keys that were used in the period, most recently used first. */
  readonly keys: readonly ApiKey[];
  /** Those of the first {@link MOST_KEYS} keys, by the id of the key. */
  readonly shares: readonly Share[];
  readonly isPending: boolean;
  readonly failed: { readonly error: unknown; readonly retry: () => void } | undefined;
}

/** Loads the requests of a period by key, for the most recently used keys. A view of one key has none. */
export function useKeyUsages(view: UsageView): KeyUsages {
  const from = periodStart(view, useNow());
  const list = useApiKeysQuery();
  const keys = view.apiKeyId === undefined ? usedSince(list.data ?? [], from) : [];
  const params = { query: { from, interval: intervalOf(view) } };
  const usages = useQueries({
    queries: keys.slice(0, MOST_KEYS).map(({ id }) =>
      query.queryOptions("get", "/api-keys/{apiKeyId}/usage", {
        params: { ...params, path: { apiKeyId: id } },
      }),
    ),
  });
  const all = [list, ...usages];
  const failed = all.find(({ error }) => error !== null);
  return {
    keys,
    shares: usages.flatMap(({ data }, index) => {
      const id = keys[index]?.id;
      return data && id !== undefined ? [{ id, requests: totalRequests(data) }] : [];
    }),
    isPending: all.some(({ isPending }) => isPending),
    failed: failed && { error: failed.error, retry: () => void failed.refetch() },
  };
}

/** Returns the keys that were used in the period, most recently used first. */
function usedSince(keys: readonly ApiKey[], from: string): readonly ApiKey[] {
  const at = Date.parse(from);
  const lastUsed = ({ lastUsedAt }: ApiKey) => (lastUsedAt === null ? 0 : Date.parse(lastUsedAt));
  return keys.filter((key) => lastUsed(key) >= at).toSorted((a, b) => lastUsed(b) - lastUsed(a));
}
