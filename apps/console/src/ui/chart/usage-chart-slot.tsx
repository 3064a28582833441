import { Skeleton } from "@mantine/core";
import { type ComponentProps, lazy, type ReactNode, Suspense } from "react";
import { whenOnline } from "../../shell/when-online.ts";
import classes from "./chart.module.css";
import type { UsageChart } from "./usage-chart.tsx";

const Chart = lazy(
  whenOnline(async () => ({ default: (await import("./usage-chart.tsx")).UsageChart })),
);

/** The usage chart, whose code is loaded with the first one. Until then its place is kept. */
export function UsageChartSlot(props: ComponentProps<typeof UsageChart>): ReactNode {
  return (
    <Suspense fallback={<ChartPlaceholder />}>
      <Chart {...props} />
    </Suspense>
  );
}

/** As high as the chart with its table, so that nothing below it moves when they arrive. */
export function ChartPlaceholder(): ReactNode {
  return <Skeleton className={classes.placeholder} role="status" aria-label="Loading" />;
}
