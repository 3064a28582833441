import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ChartPlaceholder, UsageChartSlot } from "../../ui/chart/usage-chart-slot.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { useNow } from "../../ui/now.ts";
import { Section } from "../../ui/section.tsx";
import { Segments } from "../../ui/segments.tsx";
import { keyUsageOptions } from "./queries.ts";

const LENGTHS = {
  day: { label: "30 days", title: "Requests by day" },
  hour: { label: "24 hours", title: "Requests by hour" },
} as const;
const CHOICES = [
  { value: "day", label: LENGTHS.day.label },
  { value: "hour", label: LENGTHS.hour.label },
] as const;

/** The usage of a key. */
export function KeyUsage({ apiKeyId }: { readonly apiKeyId: string }): ReactNode {
  const [interval, setInterval] = useState<"day" | "hour">("day");
  const { data, error, refetch } = useQuery({
    ...keyUsageOptions(apiKeyId, interval, useNow()),
    staleTime: 0,
  });
  const sum = data?.buckets.reduce((requests, bucket) => requests + bucket.requests, 0);
  return (
    <Section
      title="Usage"
      description={`${LENGTHS[interval].title}, in UTC`}
      actions={
        <Segments
          size="xs"
          aria-label="Period"
          data={CHOICES}
          value={interval}
          onChange={setInterval}
        />
      }
    >
      {error ? (
        <ErrorView error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <ChartPlaceholder />
      ) : sum === 0 ? (
        <Text c="dimmed">No requests in the last {LENGTHS[interval].label}.</Text>
      ) : (
        <UsageChartSlot
          label={LENGTHS[interval].title}
          buckets={data.buckets}
          interval={interval}
        />
      )}
    </Section>
  );
}
