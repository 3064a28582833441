import { Text } from "@mantine/core";
import type { ApiKeyEvent, ApiKeyLeak } from "@sinkove/contract";
import type { ReactNode } from "react";
import { api, query } from "../../api/client.ts";
import { cursorQuery } from "../../api/pages.ts";
import { useAllPages } from "../../table/all-pages.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { MoreRows } from "../../table/more-rows.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { ActorName } from "./actor-name.tsx";
import { changeText } from "./event-changes.ts";

const columns: readonly Column<ApiKeyEvent>[] = [
  {
    id: "event",
    header: "Event",
    cell: ({ type, changes, leak }) => (
      <>
        <Text span fw={600} tt="capitalize">
          {type}
        </Text>
        <Changes changes={changes} />
        {leak && <FoundAt leak={leak} />}
      </>
    ),
  },
  {
    id: "actor",
    header: "By",
    cell: ({ actor, leak, expiry }) =>
      leak || expiry ? "the service" : <ActorName actor={actor} />,
  },
  { id: "when", header: "When", cell: ({ occurredAt }) => <RelativeTime value={occurredAt} /> },
];

/** The events of a key, newest first. */
export function KeyEvents({ apiKeyId }: { readonly apiKeyId: string }): ReactNode {
  const path = "/api-keys/{apiKeyId}/events";
  // The key begins with the path, so that `forgetApiKeys` refreshes the list.
  const list = useAllPages(
    [path, apiKeyId],
    (cursor, signal) => {
      const params = { path: { apiKeyId }, query: cursorQuery(cursor, 50) };
      return api.GET(path, { params, signal });
    },
    { reloadAfter: () => false },
  );
  return (
    <Section title="Events">
      <DataTable
        caption="What happened to this key"
        columns={columns}
        rows={list.rows}
        error={list.error}
        onRetry={list.retry}
        rowKey={({ id }) => id}
        empty={{ title: "No events" }}
        footer={list.hasMore ? <MoreRows list={list} noun={["event", "events"]} /> : undefined}
      />
    </Section>
  );
}

/** Shows the place as text, not as a link, because a stranger has reported it. */
function FoundAt({ leak }: { readonly leak: ApiKeyLeak }): ReactNode {
  const reporter = leak.reportedBy === "github" ? "GitHub" : "somebody";
  const place = leak.url === null ? "" : `, found at ${leak.url}`;
  return (
    <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
      Reported by {reporter}
      {place}
    </Text>
  );
}

function Changes({ changes }: Pick<ApiKeyEvent, "changes">): ReactNode {
  const { data } = query.useQuery("get", "/me");
  const names = new Map(data?.organizations.map(({ id, name }) => [id, name]));
  return Object.entries(changes).map(([member, change]) => (
    <Text key={member} size="xs" c="dimmed">
      {changeText(member, change, names)}
    </Text>
  ));
}
