import { Group, Skeleton, Text } from "@mantine/core";
import type { Usage } from "@sinkove/contract";
import type { ReactNode } from "react";
import { EmptyState } from "../../table/empty-state.tsx";
import { LoadingRows } from "../../table/loading-rows.tsx";
import { ChartPlaceholder, UsageChartSlot } from "../../ui/chart/usage-chart-slot.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { numberText } from "../../ui/number-text.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { Section } from "../../ui/section.tsx";
import { intervalOf, type UsageView } from "./period.ts";
import { ShareTable } from "./share-table.tsx";
import { byOperation, failedRequests, totalRequests } from "./totals.ts";
import { useUsage } from "./usage-query.ts";

/** The requests of a period over time, and by operation. */
export function RequestsSection({ view }: { readonly view: UsageView }): ReactNode {
  const { data, error, refetch } = useUsage(view);
  const label = `Requests by ${intervalOf(view)}`;
  return (
    <>
      <Section title={label}>
        {error ? <ErrorView error={error} onRetry={() => void refetch()} /> : null}
        {data ? <Requests usage={data} label={label} /> : !error && <RequestsPlaceholder />}
      </Section>
      {!error && !(data && totalRequests(data) === 0) && (
        <Section title="By operation">
          {data ? <Operations usage={data} view={view} /> : <LoadingRows columns={3} />}
        </Section>
      )}
    </>
  );
}

function Operations({ usage, view }: { usage: Usage; view: UsageView }): ReactNode {
  return (
    <ShareTable
      caption="Requests by operation"
      header="Operation"
      shares={byOperation(usage)}
      name={({ id }) => (
        <PageLink to="/requests" search={{ operation: id, ...keyFilter(view) }}>
          {id}
        </PageLink>
      )}
    />
  );
}

function keyFilter({ apiKeyId }: UsageView): { apiKeyId?: string } {
  return apiKeyId === undefined ? {} : { apiKeyId };
}

function Requests({ usage, label }: { usage: Usage; label: string }): ReactNode {
  const total = totalRequests(usage);
  if (total === 0) {
    return (
      <EmptyState title="No requests in this period" text="Choose a longer one, or another key." />
    );
  }
  return (
    <>
      <Group gap="xl" mb="md">
        <Figure value={numberText(total)} label="requests" />
        <Figure value={numberText(failedRequests(usage))} label="failed (4xx and 5xx)" />
      </Group>
      <UsageChartSlot label={label} buckets={usage.buckets} interval={usage.interval} />
    </>
  );
}

function RequestsPlaceholder(): ReactNode {
  return (
    <>
      <Skeleton height={28} width="16rem" mb="md" />
      <ChartPlaceholder />
    </>
  );
}

function Figure({ value, label }: { value: string; label: string }): ReactNode {
  return (
    <Group gap={6} align="baseline">
      <Text fz={28} fw={650} lh={1}>
        {value}
      </Text>
      <Text c="dimmed" size="sm">
        {label}
      </Text>
    </Group>
  );
}
