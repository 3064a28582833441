import type { LoggedRequest } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { StatusBadge } from "../requests/status-badge.tsx";
import { clientName } from "./client-name.ts";

/** The list is refreshed, so that the first request of a new key appears while its owner is watching. */
const POLL_MS = 15_000;

const columns: readonly Column<LoggedRequest>[] = [
  {
    id: "request",
    header: "Request",
    cell: ({ id, method, path }) => (
      <PageLink to="/requests/$requestId" params={{ requestId: id }}>
        {method} {path}
      </PageLink>
    ),
  },
  { id: "status", header: "Status", cell: (request) => <StatusBadge {...request} /> },
  {
    id: "client",
    header: "Client",
    cell: ({ address, userAgent }) => `${address ?? "Unknown address"} · ${clientName(userAgent)}`,
  },
  { id: "when", header: "When", cell: ({ occurredAt }) => <RelativeTime value={occurredAt} /> },
];

/** The latest requests with a key. */
export function KeyRequests({ apiKeyId }: { readonly apiKeyId: string }): ReactNode {
  const params = { query: { apiKeyId, limit: 10 } };
  const { data, error, refetch } = query.useQuery(
    "get",
    "/requests",
    { params },
    { staleTime: 0, refetchInterval: POLL_MS },
  );
  return (
    <Section
      title="Latest requests"
      actions={
        <PageLink to="/requests" search={{ apiKeyId }}>
          All requests
        </PageLink>
      }
    >
      <DataTable
        caption="Latest requests with this key"
        rows={data}
        rowKey={({ id }) => id}
        onRetry={() => void refetch()}
        empty={{ title: "No requests yet" }}
        {...{ columns, error }}
      />
    </Section>
  );
}
