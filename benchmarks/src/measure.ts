import type { Summary } from "./statistics.ts";

/** A row of the table. */
export interface Row {
  readonly subject: string;
  readonly value: Summary;
  readonly unit: "×" | "ms" | "µs" | "KB" | "MB" | "round trips";
  /** The upper limit for the median. */
  readonly target?: number;
  readonly note?: string;
}

/** The parameters of a measurement. */
export interface Context {
  /** The origin of the loopback server. */
  readonly origin: string;
  /** 1 for a full run; less for a quick run, whose results mean nothing. */
  readonly effort: number;
  /** A built checkout to compare this one with. */
  readonly before?: string | undefined;
}

/** A measurement. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  run(context: Context): Promise<Row[]>;
}

/** How many times to do something: `count` in a full run, and at least once. */
export function times(count: number, { effort }: Context): number {
  return Math.max(1, Math.round(count * effort));
}

export type Verdict = "holds" | "missed" | "unclear" | "";

/** Unclear means that the target is inside the interval, so another run may say the opposite. */
export function verdictOf({ target, value }: Row): Verdict {
  if (target === undefined) return "";
  if (value.low <= target && target < value.high) return "unclear";
  return value.median <= target ? "holds" : "missed";
}

/** A figure that is the same in every run. */
export function exactly(value: number): Summary {
  return { median: value, low: value, high: value, max: value, count: 1 };
}
