import { Skeleton } from "@mantine/core";
import {
  type ComponentProps,
  lazy,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
} from "react";
import { whenOnline } from "../../shell/when-online.ts";
import classes from "./chart.module.css";
import type { UsageChart } from "./usage-chart.tsx";

const loadChart = whenOnline(async () => ({
  default: (await import("./usage-chart.tsx")).UsageChart,
}));
const Chart = lazy(loadChart);

/**
 * The usage chart, whose code is loaded with the first one. Until then its place is kept. It is rendered after the rest
 * of the page, in steps.
 */
export function UsageChartSlot(props: ComponentProps<typeof UsageChart>): ReactNode {
  const isTurn = useDeferredValue(true, false);
  return (
    <Suspense fallback={<ChartPlaceholder />}>
      {isTurn ? <Chart {...props} /> : <ChartPlaceholder />}
    </Suspense>
  );
}

/** As high as the chart with its table, so that nothing below it moves when they arrive. Their code is loaded meanwhile. */
export function ChartPlaceholder(): ReactNode {
  useEffect(() => {
    // What fails now fails again when the chart is rendered, and is shown there.
    loadChart().catch(() => undefined);
  }, []);
  return (
    <Skeleton className={classes.placeholder} role="status" aria-label="Loading" aria-busy="true" />
  );
}
