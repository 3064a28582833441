/** The median of a sample, with its uncertainty. */
export interface Summary {
  readonly median: number;
  /** The 95 % interval of the median, from the order statistics around it; valid for any distribution. */
  readonly low: number;
  readonly high: number;
  readonly max: number;
  readonly count: number;
}

export function summarize(sample: readonly number[]): Summary {
  if (sample.length === 0) throw new Error("There is nothing to summarize: the sample is empty.");
  const sorted = sample.toSorted((a, b) => a - b);
  const last = sorted.length - 1;
  const at = (rank: number) => sorted[Math.max(0, Math.min(last, rank))] ?? Number.NaN;
  const reach = 0.98 * Math.sqrt(sorted.length);
  return {
    median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
    low: at(Math.floor(last / 2 - reach)),
    high: at(Math.ceil(last / 2 + reach)),
    max: at(last),
    count: sorted.length,
  };
}

/**
 * Runs each subject once per round, in random order, and returns the results of each. The order is random so that the
 * garbage of one subject is not always collected during the same other one.
 */
export async function interleave<S, T>(
  subjects: readonly S[],
  rounds: number,
  once: (subject: S) => Promise<T>,
): Promise<T[][]> {
  const samples: T[][] = subjects.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of shuffled([...subjects.entries()])) {
      samples[index]?.push(await once(subject));
    }
  }
  return samples;
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** The ratios of each round, so that a temporary slowdown of the machine cancels out. */
export function ratios(sample: readonly number[], base: readonly number[]): number[] {
  return sample.map((value, round) => value / (base[round] ?? Number.NaN));
}
