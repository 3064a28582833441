import type { ApiKey } from "@sinkove/contract";
import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { LoadingRows } from "../../table/loading-rows.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { useNow } from "../../ui/now.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { Section } from "../../ui/section.tsx";
import { useApiKeysQuery } from "../requests/key-names.ts";
import { intervalOf, periodStart, type UsageView } from "./period.ts";
import { ShareTable } from "./share-table.tsx";
import { totalRequests } from "./totals.ts";

/** The maximum number of keys, because each needs a request for its usage. */
const MOST_KEYS = 10;

/** The requests of a period by key, for the most recently used keys. */
export function KeysSection({ view }: { readonly view: UsageView }): ReactNode {
  const from = periodStart(view, useNow());
  const list = useApiKeysQuery();
  const keys = usedSince(list.data ?? [], from);
  const params = { query: { from, interval: intervalOf(view) } };
  const usages = useQueries({
    queries: keys.slice(0, MOST_KEYS).map(({ id }) =>
      query.queryOptions("get", "/api-keys/{apiKeyId}/usage", {
        params: { ...params, path: { apiKeyId: id } },
      }),
    ),
  });
  const failed = [list, ...usages].find(({ error }) => error !== null);
  const shares = usages.flatMap(({ data }, index) => {
    const id = keys[index]?.id;
    return data && id !== undefined ? [{ id, requests: totalRequests(data) }] : [];
  });
  const names = new Map(keys.map(({ id, name, last4 }) => [id, `${name} (…${last4})`]));
  return (
    <Section
      title="By key"
      description={keys.length > MOST_KEYS && `The ${MOST_KEYS} keys that were used last.`}
    >
      {failed ? (
        <ErrorView error={failed.error} onRetry={() => void failed.refetch()} />
      ) : [list, ...usages].some(({ isPending }) => isPending) ? (
        <LoadingRows columns={3} />
      ) : (
        <ShareTable
          caption="Requests by key"
          header="API key"
          shares={shares.toSorted((a, b) => b.requests - a.requests)}
          name={({ id }) => (
            <PageLink to="/usage" search={{ ...view, apiKeyId: id }}>
              {names.get(id)}
            </PageLink>
          )}
        />
      )}
    </Section>
  );
}

/** Returns the keys that were used in the period, most recently used first. */
function usedSince(keys: readonly ApiKey[], from: string): readonly ApiKey[] {
  const at = Date.parse(from);
  const lastUsed = ({ lastUsedAt }: ApiKey) => (lastUsedAt === null ? 0 : Date.parse(lastUsedAt));
  return keys.filter((key) => lastUsed(key) >= at).toSorted((a, b) => lastUsed(b) - lastUsed(a));
}
