import type { Summary } from "./statistics.ts";

/** A line of the table. */
export interface Row {
  readonly subject: string;
  readonly value: Summary;
  readonly unit: "×" | "ms" | "µs" | "KB" | "MB" | "round trips";
  /** What the median must not exceed. */
  readonly target?: number;
  readonly note?: string;
}

/** What a measure works with. */
export interface Context {
  /** Of the loopback server. */
  readonly origin: string;
  /** 1 for a real run; less for a quick one, whose figures say nothing. */
  readonly effort: number;
  /** A checkout that was built, to compare this one with. */
  readonly before?: string | undefined;
}

/** One thing that is measured. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  run(context: Context): Promise<Row[]>;
}

/** How often to do something: `count` in a real run, and never less than once. */
export function times(count: number, { effort }: Context): number {
  return Math.max(1, Math.round(count * effort));
}

export type Verdict = "holds" | "missed" | "unclear" | "";

/** Unclear: the target lies inside the interval, so that another run may say the opposite. */
export function verdictOf({ target, value }: Row): Verdict {
  if (target === undefined) return "";
  if (value.low <= target && target < value.high) return "unclear";
  return value.median <= target ? "holds" : "missed";
}

/** A figure that is the same in every run. */
export function exactly(value: number): Summary {
  return { median: value, low: value, high: value, max: value, count: 1 };
}
