import type { Histogram, Registry } from "prom-client";

/** Counts durations for one combination of labels. */
export interface Cell {
  /** Adds a duration in seconds. */
  readonly add: (seconds: number) => void;
}

type Labels<Name extends string> = Readonly<Record<Name, string | number>>;

/** The counts of a cell. */
interface Counts<Name extends string> {
  readonly labels: Labels<Name>;
  /** By index of the bucket. The last one is for values above all bounds. */
  readonly counts: Float64Array;
  sum: number;
}

/** Options of {@link GatheredHistogram}. */
export interface GatheredHistogramOptions {
  readonly name: string;
  readonly help: string;
  /** Upper bounds in seconds, ascending. */
  readonly buckets: readonly number[];
  readonly registry: Registry;
}

/**
 * A histogram for events of every request. `Histogram.observe` of prom-client takes 3 µs, mostly to process labels that
 * are always the same. A cell takes 0.02 µs, because its labels are set once.
 */
export class GatheredHistogram<Name extends string> {
  readonly name: string;
  readonly help: string;
  readonly type = "histogram";
  readonly #buckets: readonly number[];
  readonly #cells: Counts<Name>[] = [];

  constructor({ name, help, buckets, registry }: GatheredHistogramOptions) {
    this.name = name;
    this.help = help;
    this.#buckets = buckets;
    // The registry only uses the name and `get` of a metric.
    registry.registerMetric(this as unknown as Histogram);
  }

  /** Creates the cell of a combination of labels. Keep it: a second call would create a second series. */
  cell(labels: Labels<Name>): Cell {
    const buckets = this.#buckets;
    const cell = { labels, counts: new Float64Array(buckets.length + 1), sum: 0 };
    this.#cells.push(cell);
    return {
      add(seconds) {
        let place = 0;
        while (place < buckets.length && seconds > (buckets[place] ?? 0)) place += 1;
        cell.counts[place] = (cell.counts[place] ?? 0) + 1;
        cell.sum += seconds;
      },
    };
  }

  /** Called by the registry. */
  async get() {
    const { name, help, type } = this;
    const values = this.#cells.flatMap(({ labels, counts, sum }) => {
      let count = 0;
      const buckets = [...counts].map((inBucket, place) => {
        count += inBucket;
        const le = this.#buckets[place] ?? "+Inf";
        return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: count };
      });
      return [
        ...buckets,
        { metricName: `${name}_sum`, labels, value: sum },
        { metricName: `${name}_count`, labels, value: count },
      ];
    });
    return { name, help, type, values, aggregator: "sum" };
  }
}
