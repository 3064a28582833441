import type { ApiKey } from "@sinkove/contract";
import { useMemo } from "react";
import { query } from "../../api/client.ts";

const NONE: readonly ApiKey[] = [];

/** The account's newest API keys, at most 500; none while they are on the way. */
export function useApiKeys(): readonly ApiKey[] {
  const params = { query: { limit: 500 } };
  return query.useQuery("get", "/api-keys", { params }).data ?? NONE;
}

/** The names of the account's newest API keys by their ids. */
export function useKeyNames(): ReadonlyMap<string, string> {
  const keys = useApiKeys();
  return useMemo(() => {
    return new Map(keys.map(({ id, name, last4 }) => [id, `${name} (…${last4})`]));
  }, [keys]);
}
