import { Skeleton, Text } from "@mantine/core";
import type { ApiKey, LoggedRequest } from "@sinkove/contract";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { api } from "../../api/client.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { clientName } from "./client-name.ts";
import classes from "./last-use.module.css";

const MINUTE = 60_000;
/** How long a row must be visible before it sends a request, in milliseconds. */
const SETTLED_MS = 400;

type LatestRequests = ReadonlyMap<string, LoggedRequest>;

/** The latest request of each key, if it is in the newest page of the request log. */
export const LatestRequestsContext = createContext<LatestRequests | undefined>(undefined);

/** Loads the newest page of the request log, which is enough for most keys in use. Undefined while it is loading. */
export function useLatestRequests(): LatestRequests | undefined {
  const { data, isError } = useQuery({
    queryKey: ["latest-requests"],
    staleTime: MINUTE,
    queryFn: async ({ signal }) => {
      const query = { actorType: "api_key", limit: 500 } as const;
      const { data = [] } = await api.GET("/requests", { params: { query }, signal });
      // The log is newest first, so the first entry of each key is kept.
      return new Map(data.toReversed().map((request) => [request.actor.id, request]));
    },
  });
  return data ?? (isError ? new Map() : undefined);
}

/** The time, address and program of a key's last use. */
export function LastUse({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const { request, isPending } = useLastRequest(apiKey);
  return (
    <>
      <RelativeTime value={apiKey.lastUsedAt} />
      {/* As high as the line that takes its place. */}
      {isPending && <Skeleton height={10} my="0.2125rem" width={110} />}
      {request && (
        <Text size="xs" c="dimmed" className={classes.client}>
          {request.address ?? "unknown address"} · {clientName(request.userAgent)}
        </Text>
      )}
    </>
  );
}

function useLastRequest({ id, lastUsedAt }: ApiKey) {
  const latest = use(LatestRequestsContext);
  const isSettled = useSettled();
  const known = latest?.get(id);
  const isAsked = latest !== undefined && known === undefined && lastUsedAt !== null;
  const { data, isError } = useQuery({
    queryKey: ["latest-request", id],
    enabled: isAsked && isSettled,
    staleTime: 5 * MINUTE,
    queryFn: async ({ signal }) => {
      const query = { apiKeyId: id, limit: 1 };
      const { data: requests } = await api.GET("/requests", { params: { query }, signal });
      return requests?.[0] ?? null;
    },
  });
  const isAwaited = latest === undefined || (isAsked && data === undefined && !isError);
  // The log can have a request a few seconds before the key's `lastUsedAt`. Do not show an address below "Never".
  if (lastUsedAt === null) return { request: undefined, isPending: false };
  return { request: known ?? data, isPending: isAwaited };
}

function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
