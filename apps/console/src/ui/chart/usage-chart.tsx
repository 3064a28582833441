import type { Usage } from "@sinkove/contract";
import { type ReactNode, useMemo } from "react";
import { bucketText } from "./bucket-text.ts";
import { ChartWithTable } from "./chart-with-table.tsx";
import type { Series } from "./stacked-bars.tsx";

const CLASSES: readonly Series[] = [
  { id: "2xx", label: "2xx", color: "var(--chart-success)" },
  { id: "3xx", label: "3xx", color: "var(--chart-redirect)" },
  { id: "4xx", label: "4xx", color: "var(--chart-refused)" },
  { id: "5xx", label: "5xx", color: "var(--chart-failed)" },
];

interface UsageChartProps {
  /** The title of the chart, such as "Requests by day". */
  readonly label: string;
  readonly buckets: Usage["buckets"];
  readonly interval: Usage["interval"];
}

/** Requests over time by class of status, as bars and as a table. Times are in UTC, like the intervals of the API. */
export function UsageChart({ label, buckets, interval }: UsageChartProps): ReactNode {
  const points = useMemo(
    () => buckets.map(({ start, byStatusClass }) => ({ start, values: byStatusClass })),
    [buckets],
  );
  const series = useMemo(() => {
    const present = new Set(buckets.flatMap(({ byStatusClass }) => Object.keys(byStatusClass)));
    return CLASSES.filter(({ id }) => id === "2xx" || present.has(id));
  }, [buckets]);
  return (
    <ChartWithTable
      {...{ label, points, series }}
      totalLabel="Requests"
      timeText={(start, length) => bucketText(start, interval, length)}
    />
  );
}
