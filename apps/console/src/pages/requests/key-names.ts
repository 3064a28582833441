import type { ApiKey } from "@sinkove/contract";
import { useMemo } from "react";
import { query } from "../../api/client.ts";

const NONE: readonly ApiKey[] = [];

/** The maximum number of keys that `useApiKeysQuery` loads. */
export const MOST_KEYS = 500;

/** Loads the account's newest API keys. */
export function useApiKeysQuery() {
  const params = { query: { limit: MOST_KEYS } };
  return query.useQuery("get", "/api-keys", { params });
}

/** Returns the names of the account's newest API keys by id. */
export function useKeyNames(): ReadonlyMap<string, string> {
  const keys = useApiKeysQuery().data ?? NONE;
  return useMemo(() => {
    return new Map(keys.map((key) => [key.id, keyLabel(key)]));
  }, [keys]);
}

/** Returns the name of a key with the last characters of its secret, because names need not be unique. */
export function keyLabel({ name, last4 }: ApiKey): string {
  return `${name} (…${last4})`;
}
