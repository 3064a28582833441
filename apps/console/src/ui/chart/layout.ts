import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";

/** The values of one interval, by series. */
export interface ChartPoint {
  /** The start of the interval (RFC 3339). */
  readonly start: string;
  readonly values: Readonly<Record<string, number>>;
}

/** One rectangle. */
export interface Bar {
  readonly series: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly bars: readonly Bar[];
}

/** The positions of all parts of a chart, in pixels. */
export interface ChartLayout {
  /** One column for each point, in order. */
  readonly columns: readonly Column[];
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  /** The indexes of the points with a label. */
  readonly labelled: readonly number[];
  readonly bottom: number;
}

interface LayoutOptions {
  readonly points: readonly ChartPoint[];
  /** The series, from bottom to top. */
  readonly series: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** The space for the numbers on the left and the dates at the bottom, in pixels. */
export const MARGIN = { top: 8, right: 4, bottom: 24, left: 44 } as const;
/** The minimum distance between labels and the width of a label, in pixels. */
const LABEL_WIDTH = 72;
const LABEL_ROOM = 48;
const TICKS = 4;

/** Calculates the layout of stacked bars. Accepts no points, and points that are all zero. */
export function layoutBars({ points, series, width, height }: LayoutOptions): ChartLayout {
  const bottom = height - MARGIN.bottom;
  const x = scaleBand<number>()
    .domain([...points.keys()])
    .range([MARGIN.left, Math.max(MARGIN.left, width - MARGIN.right)])
    .padding(0.2);
  const y = scaleLinear()
    .domain([0, highest(points)])
    .nice(TICKS)
    .range([bottom, MARGIN.top]);
  const layers = stack<ChartPoint>()
    .keys(series)
    .value((point, key) => point.values[key] ?? 0)(points);
  const columns = points.map((_, index) => ({
    x: x(index) ?? 0,
    width: x.bandwidth(),
    bars: layers.flatMap((layer) => {
      const [from = 0, to = 0] = layer[index] ?? [];
      if (to <= from) return [];
      const size = { width: x.bandwidth(), height: y(from) - y(to) };
      return [{ series: layer.key, x: x(index) ?? 0, y: y(to), ...size }];
    }),
  }));
  const yTicks = y.ticks(TICKS).filter(Number.isInteger);
  return {
    columns,
    yTicks: yTicks.map((value) => ({ value, y: y(value) })),
    labelled: everyNth(points.length, Math.ceil(LABEL_WIDTH / Math.max(1, x.step()))).filter(
      (index) => (x(index) ?? 0) + LABEL_ROOM <= width,
    ),
    bottom,
  };
}

/** Returns the sum of a point's values. */
export function total({ values }: ChartPoint): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}

/** Returns the sum of the highest column, or 1 if all columns are empty, so that there is an axis. */
function highest(points: readonly ChartPoint[]): number {
  return points.reduce((most, point) => Math.max(most, total(point)), 1);
}

function everyNth(count: number, step: number): number[] {
  return [...Array(count).keys()].filter((index) => index % step === 0);
}
