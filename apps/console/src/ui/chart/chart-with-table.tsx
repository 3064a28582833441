import type { ReactNode } from "react";
import { numberText } from "../number-text.ts";
import classes from "./chart.module.css";
import { type ChartPoint, total } from "./layout.ts";
import { type Series, StackedBars } from "./stacked-bars.tsx";

interface ChartWithTableProps {
  /** The title of the chart, such as "Requests by day". */
  readonly label: string;
  /** The header of the column with the sums, such as "Requests". */
  readonly totalLabel: string;
  readonly points: readonly ChartPoint[];
  readonly series: readonly Series[];
  readonly timeText: (start: string, length: "short" | "long") => string;
}

/** A chart with the same numbers as a table, newest first. */
export function ChartWithTable(props: ChartWithTableProps): ReactNode {
  const { label, totalLabel, points, series, timeText } = props;
  return (
    <div className={classes.both}>
      <StackedBars
        {...{ points, series, timeText }}
        label={`${label}. The table has the same numbers.`}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable content must be reachable by keyboard */}
      <section className={classes.numbers} tabIndex={0} aria-label={`${label}, as a table`}>
        <table aria-label={label}>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">{totalLabel}</th>
              {series.map(({ id, label: name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <tr key={point.start}>
                <th scope="row">{timeText(point.start, "long")}</th>
                <td>{numberText(total(point))}</td>
                {series.map(({ id }) => (
                  <td key={id}>{numberText(point.values[id] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
