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
 * The usage chart. Its code is loaded on first use, and its height is reserved until then. It renders in steps, after
 * the rest of the page.
 */
export function UsageChartSlot(props: ComponentProps<typeof UsageChart>): ReactNode {
  const isTurn = useDeferredValue(true, false);
  return (
    <Suspense fallback={<ChartPlaceholder />}>
      {isTurn ? <Chart {...props} /> : <ChartPlaceholder />}
    </Suspense>
  );
}

/** A placeholder with the height of the chart and its table, so that content below does not move. Loads their code. */
export function ChartPlaceholder(): ReactNode {
  useEffect(() => {
    // If this fails, rendering the chart fails too, and shows the error.
    loadChart().catch(() => undefined);
  }, []);
  return (
    <Skeleton className={classes.placeholder} role="status" aria-label="Loading" aria-busy="true" />
  );
}
