import { Skeleton, Text } from "@mantine/core";
import type { ApiKey, LoggedRequest } from "@sinkove/contract";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { api } from "../../api/client.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { clientName } from "./client-name.ts";
import classes from "./last-use.module.css";

const MINUTE = 60_000;
/** A row that is only scrolled past asks for nothing. */
const SETTLED_MS = 400;

type LatestRequests = ReadonlyMap<string, LoggedRequest>;

/** The latest request of each key, as far as the newest page of the log goes. */
export const LatestRequestsContext = createContext<LatestRequests | undefined>(undefined);

/** One look at the log answers for the keys that are in use. Undefined while it is on the way. */
export function useLatestRequests(): LatestRequests | undefined {
  const { data, isError } = useQuery({
    queryKey: ["latest-requests"],
    staleTime: MINUTE,
    queryFn: async ({ signal }) => {
      const query = { actorType: "api_key", limit: 500 } as const;
      const { data = [] } = await api.GET("/requests", { params: { query }, signal });
      // Newest first: of each key the first entry stays.
      return new Map(data.toReversed().map((request) => [request.actor.id, request]));
    },
  });
  return data ?? (isError ? new Map() : undefined);
}

/** When a key was last used, from which address and by which program. */
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
  // The log may know of a use a few seconds before the key does: "Never" is not to have an address below it.
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
