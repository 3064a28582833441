import type { ApiKey } from "@sinkove/contract";
import { useMemo } from "react";
import { query } from "../../api/client.ts";

const NONE: readonly ApiKey[] = [];

/** Loads the account's newest API keys, at most 500. */
export function useApiKeysQuery() {
  const params = { query: { limit: 500 } };
  return query.useQuery("get", "/api-keys", { params });
}

/** Returns the names of the account's newest API keys by id. */
export function useKeyNames(): ReadonlyMap<string, string> {
  const keys = useApiKeysQuery().data ?? NONE;
  return useMemo(() => {
    return new Map(keys.map(({ id, name, last4 }) => [id, `${name} (…${last4})`]));
  }, [keys]);
}
