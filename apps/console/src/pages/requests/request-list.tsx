import { Button, Code, Group, Text } from "@mantine/core";
import type { LoggedRequest } from "@sinkove/contract";
import { IconRefresh } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { api } from "../../api/client.ts";
import { cursorQuery } from "../../api/pages.ts";
import { useAllPages } from "../../table/all-pages.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { MoreRows } from "../../table/more-rows.tsx";
import { isFiltered } from "../../ui/is-filtered.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { type RequestFilters, requestQuery } from "./filters.ts";
import { useKeyNames } from "./key-names.ts";
import { RequestActor } from "./request-actor.tsx";
import { StatusBadge } from "./status-badge.tsx";

const columnsFor = (names: ReadonlyMap<string, string>): readonly Column<LoggedRequest>[] => [
  {
    id: "operation",
    header: "Operation",
    cell: ({ id, operation, method, path }) => (
      <>
        <PageLink to="/requests/$requestId" params={{ requestId: id }}>
          {operation}
        </PageLink>
        <Text size="xs" c="dimmed">
          {method} {path}
        </Text>
      </>
    ),
  },
  { id: "status", header: "Status", cell: (row) => <StatusBadge status={row.status} /> },
  { id: "code", header: "Error code", cell: ({ code }) => (code ? <Code>{code}</Code> : "–") },
  { id: "actor", header: "Made by", cell: ({ actor }) => <RequestActor {...{ actor, names }} /> },
  { id: "time", header: "Time", cell: (row) => <RelativeTime value={row.occurredAt} /> },
  {
    id: "duration",
    header: "Duration",
    isNumeric: true,
    cell: ({ durationMs }) => `${durationMs.toFixed(1)} ms`,
  },
];

/** The requests that match the filters, newest first. Scrolling loads more. */
export function RequestList({ filters }: { readonly filters: RequestFilters }): ReactNode {
  const names = useKeyNames();
  // Memoized, so that rows do not render again.
  const columns = useMemo(() => columnsFor(names), [names]);
  const list = useAllPages(["requests", filters], (cursor, signal) => {
    const query = { ...requestQuery(filters), ...cursorQuery(cursor, 500) };
    return api.GET("/requests", { params: { query }, signal });
  });
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={list.isRestarting}
          onClick={list.restart}
        >
          Refresh
        </Button>
      </Group>
      <DataTable
        caption="Requests"
        rows={list.rows}
        error={list.error}
        onRetry={list.retry}
        rowKey={({ id }) => id}
        columns={columns}
        empty={emptyText(filters)}
        footer={<MoreRows list={list} noun={["request", "requests"]} />}
      />
    </>
  );
}

function emptyText(filters: RequestFilters): { title: string; text: string } {
  if (isFiltered(filters)) {
    return { title: "No request matches", text: "Clear a filter, or choose a longer time." };
  }
  return {
    title: "No requests yet",
    text: "Send a request with one of your API keys. It appears here within a few seconds.",
  };
}
