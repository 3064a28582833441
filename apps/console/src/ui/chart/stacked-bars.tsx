import { useElementSize } from "@mantine/hooks";
import { type ReactNode, useMemo, useState } from "react";
import { compactText, numberText } from "../number-text.ts";
import classes from "./chart.module.css";
import { type ChartPoint, layoutBars, MARGIN, total } from "./layout.ts";

/** A series of a chart. `color` is a CSS colour. */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly color: string;
}

interface StackedBarsProps {
  /** The label for screen readers, which read the numbers in the table. */
  readonly label: string;
  readonly points: readonly ChartPoint[];
  readonly series: readonly Series[];
  /** Formats the interval of a point: short below the axis, long above the chart. */
  readonly timeText: (start: string, length: "short" | "long") => string;
}

const HEIGHT = 240;

/** Stacked bars over time. A line above them shows the values of the column under the pointer. */
export function StackedBars({ label, points, series, timeText }: StackedBarsProps): ReactNode {
  const { ref, width } = useElementSize();
  const [pointed, setPointed] = useState<number>();
  const layout = useMemo(
    () => layoutBars({ points, series: series.map(({ id }) => id), width, height: HEIGHT }),
    [points, series, width],
  );
  const colors = new Map(series.map(({ id, color }) => [id, color]));
  return (
    <div ref={ref} className={classes.chart}>
      <Readout {...{ points, series, timeText, pointed }} />
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {layout.yTicks.map(({ value, y }) => (
          <g key={value}>
            <line className={classes.grid} x1={MARGIN.left} x2={width} y1={y} y2={y} />
            <text className={classes.tick} x={MARGIN.left - 8} y={y} dy="0.32em" textAnchor="end">
              {compactText(value)}
            </text>
          </g>
        ))}
        {layout.labelled.map((index) => {
          const column = layout.columns[index];
          const point = points[index];
          if (!column || !point) return null;
          return (
            <text key={point.start} className={classes.tick} x={column.x} y={HEIGHT - 6}>
              {timeText(point.start, "short")}
            </text>
          );
        })}
        {layout.columns.map(({ x, width: columnWidth, bars }, index) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same values, so no mouse is needed
          <g
            key={points[index]?.start}
            className={classes.column}
            onMouseEnter={() => setPointed(index)}
            onMouseLeave={() => setPointed(undefined)}
          >
            <rect
              className={classes.hit}
              {...{ x, y: 0, width: columnWidth, height: layout.bottom }}
            />
            {bars.map(({ series: id, ...place }) => (
              <rect key={id} {...place} fill={colors.get(id)} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

interface ReadoutProps extends Omit<StackedBarsProps, "label"> {
  readonly pointed: number | undefined;
}

/** The legend, with the values of the column under the pointer. */
function Readout({ points, series, timeText, pointed }: ReadoutProps): ReactNode {
  const point = pointed === undefined ? undefined : points[pointed];
  return (
    <div className={classes.legend} aria-hidden>
      {series.map(({ id, label, color }) => (
        <span key={id} className={classes.entry}>
          <svg width="10" height="10" aria-hidden="true">
            <rect width="10" height="10" rx="2" fill={color} />
          </svg>
          {label}
          {point && <b>{numberText(point.values[id] ?? 0)}</b>}
        </span>
      ))}
      {point && (
        <span className={classes.when}>
          {timeText(point.start, "long")}: <b>{numberText(total(point))}</b>
        </span>
      )}
    </div>
  );
}
